import type { FilesOfStep } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { SupervisionOrderDetailDto, SupervisionOrderDto } from './supervision-order.dto.js';
import { isOverdue, type SaidOfSupervision, type SupervisionOrder, subjectOf } from './supervision-order.js';
import { SUPERVISION_ORDER_TRANSITIONS, type SupervisionOrderState } from './supervision-order.transitions.js';

/** To whom it is shown, by which reference, and when. */
interface View {
  readonly actor: Actor;
  readonly reference: ReferenceSnapshot;
  readonly now: Date;
}

/** What the caller sees of a supervision order, and may do with it. */
export function toSupervisionOrderDto(
  found: SupervisionOrder,
  said: SaidOfSupervision,
  { actor, reference, now }: View,
): SupervisionOrderDto {
  return {
    id: found.id,
    version: found.version,
    state: found.state,
    cause: found.cause,
    openedBy: found.openedBy,
    workOrderIds: [...found.workOrderIds],
    orders: [...said.orders],
    reason: said.reason,
    answer: found.answeredAt && said.answer,
    areaCode: found.areaCode,
    organisation: reference.party(found.organisationId),
    openedAt: found.openedAt.toISOString(),
    month: found.month,
    dueAt: found.dueAt.toISOString(),
    overdue: isOverdue(found, now),
    answeredAt: found.answeredAt?.toISOString() ?? null,
    onTime: found.onTime,
    closedAt: found.closedAt?.toISOString() ?? null,
    actions: SUPERVISION_ORDER_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor)),
  };
}

/** The same with what shows it, and what was done about it. */
export const toSupervisionOrderDetailDto = (
  found: SupervisionOrder,
  said: SaidOfSupervision,
  { history, files }: { readonly history: readonly HistoryEntity<SupervisionOrderState>[]; readonly files: FilesOfStep },
  view: View,
): SupervisionOrderDetailDto => ({
  ...toSupervisionOrderDto(found, said, view),
  history: history.map((line) => ({ ...toHistoryLine(line), files: files(line.at) })),
  files: files(found.answeredAt),
});
