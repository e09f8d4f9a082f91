import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { WhistleDetailDto, WhistleDto } from './whistle.dto.js';
import { isOverdue, subjectOf, type Whistle } from './whistle.js';
import { WHISTLE_TRANSITIONS, type WhistleState } from './whistle.transitions.js';

/** To whom it is shown, by which reference, and when. */
interface View {
  readonly actor: Actor;
  readonly reference: ReferenceSnapshot;
  readonly now: Date;
}

/** What the caller sees of a whistle, and may do with it. */
export function toWhistleDto(found: Whistle, { actor, reference, now }: View): WhistleDto {
  return {
    id: found.id,
    version: found.version,
    state: found.state,
    workOrderId: found.workOrderId,
    sourceNumber: found.sourceNumber,
    categoryCode: found.categoryCode,
    areaCode: found.areaCode,
    caller: reference.party(found.organisationId),
    place: found.place,
    meetAt: found.meetAt.toISOString(),
    arriveFrom: (found.arriveFrom ?? found.openedAt).toISOString(),
    arriveBy: found.arriveBy.toISOString(),
    concludeBy: found.concludeBy.toISOString(),
    summoned: found.summoned.map(({ organisationId, ...came }) => ({ organisation: reference.party(organisationId), ...came })),
    overdue: isOverdue(found, now),
    result: found.result,
    concludedAt: found.concludedAt?.toISOString() ?? null,
    actions: WHISTLE_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor.organisation, now)),
  };
}

/** The same with what was done about it. */
export const toWhistleDetailDto = (found: Whistle, history: readonly HistoryEntity<WhistleState>[], view: View): WhistleDetailDto => ({
  ...toWhistleDto(found, view),
  history: history.map(toHistoryLine),
});
