import type { FileDto } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { ApplicationDetailDto, ApplicationDto } from './application.dto.js';
import { type Application, isOverdue, subjectOf } from './application.js';
import { APPLICATION_TRANSITIONS, type ApplicationState } from './application.transitions.js';

/** To whom it is shown, by which reference, and when. */
interface View {
  readonly actor: Actor;
  readonly reference: ReferenceSnapshot;
  readonly now: Date;
}

/** What the caller sees of an application, and may do with it; `reason` as it was asked. */
export function toApplicationDto(found: Application, reason: string | null, { actor, reference, now }: View): ApplicationDto {
  return {
    id: found.id,
    version: found.version,
    kind: found.kind,
    state: found.state,
    workOrderId: found.workOrderId,
    round: found.round,
    sourceNumber: found.sourceNumber,
    categoryCode: found.categoryCode,
    areaCode: found.areaCode,
    organisation: reference.party(found.organisationId),
    reasonCode: found.reasonCode,
    reason,
    extendBy: found.extendBy,
    reviewOn: found.reviewOn,
    askedAt: found.askedAt.toISOString(),
    dueAt: found.dueAt.toISOString(),
    overdue: isOverdue(found, now),
    decidedAt: found.decidedAt?.toISOString() ?? null,
    appealUntil: found.appealUntil?.toISOString() ?? null,
    actions: APPLICATION_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor.organisation?.id, actor.id, now)),
  };
}

/** The same with what shows it, and what was done about it. */
export const toApplicationDetailDto = (
  found: Application,
  { history, files }: { readonly history: readonly HistoryEntity<ApplicationState>[]; readonly files: FileDto[] },
  view: View,
): ApplicationDetailDto => ({ ...toApplicationDto(found, askedWhy(history), view), history: history.map(toHistoryLine), files });

const askedWhy = (history: readonly HistoryEntity<ApplicationState>[]): string | null =>
  history.find(({ action }) => action === 'ask')?.reason ?? null;
