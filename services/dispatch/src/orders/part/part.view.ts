import type { PartEnding } from '@zero-distance/contracts';
import type { FilesOfStep } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { PartDetailDto, PartDto } from './part.dto.js';
import { isOverdue, isUndecided, mayStill, type Part, subjectOf } from './part.js';
import { PART_TRANSITIONS, type PartState } from './part.transitions.js';

/** To whom it is shown, by which reference, and when. */
interface View {
  readonly actor: Actor;
  readonly reference: ReferenceSnapshot;
  readonly now: Date;
  /** Why nothing is to be done in it any more, where that is so. */
  readonly over: PartEnding | undefined;
}

/** What the caller sees of a part, and may do with it; `returnReason` as it was returned last. */
export function toPartDto(found: Part, returnReason: string | null, { actor, reference, now, over }: View): PartDto {
  return {
    id: found.id,
    version: found.version,
    state: found.state,
    workOrderId: found.workOrderId,
    round: found.round,
    sourceNumber: found.sourceNumber,
    categoryCode: found.categoryCode,
    areaCode: found.areaCode,
    organisation: reference.party(found.organisationId),
    lead: reference.party(found.leadOrganisationId),
    openedAt: found.openedAt.toISOString(),
    dueAt: found.dueAt.toISOString(),
    overdue: isOverdue(found, now),
    undecided: isUndecided(found, now),
    reportedAt: found.reportedAt?.toISOString() ?? null,
    report: found.report,
    onTime: found.onTime,
    lateReason: found.lateReason,
    mark: found.mark,
    returnReason,
    endedFor: found.endedFor,
    actions: PART_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor)).filter((action) => mayStill(action, over)),
  };
}

/** The same with what shows what was reported, as it stands, and what was done about it, with the files of each step. */
export const toPartDetailDto = (
  found: Part,
  { history, files }: { readonly history: readonly HistoryEntity<PartState>[]; readonly files: FilesOfStep },
  view: View,
): PartDetailDto => ({
  ...toPartDto(found, history.findLast(({ action }) => action === 'return')?.reason ?? null, view),
  history: history.map((line) => ({ ...toHistoryLine(line), files: files(line.at) })),
  files: files(found.reportedAt),
});
