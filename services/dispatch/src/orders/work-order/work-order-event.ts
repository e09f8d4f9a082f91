import type { EventData } from '@zero-distance/contracts';
import type { Told } from '@zero-distance/kernel';
import type { WorkOrder } from './work-order.js';
import type { WorkOrderEventType } from './work-order.transitions.js';

type Events = {
  readonly [E in WorkOrderEventType | 'dispatch.work-order.opened.v1']: (order: WorkOrder, told: Told<WorkOrder>) => EventData<E>;
};

/** What every event of an order says. One that nobody has any more is told of with the lead it had. */
const brief = (order: WorkOrder, { at, before }: Told<WorkOrder>) => ({
  workOrderId: order.id,
  sourceId: order.sourceId,
  type: order.type,
  areaCode: order.areaCode,
  leadOrganisationId: order.leadOrganisationId ?? before?.leadOrganisationId ?? null,
  at: at.toISOString(),
});

const withReason = (order: WorkOrder, told: Told<WorkOrder>) => ({ ...brief(order, told), reasonCode: given(told.reasonCode) });

const withFiles = (order: WorkOrder, told: Told<WorkOrder>) => ({
  ...brief(order, told),
  ...(told.fileIds && { fileIds: [...told.fileIds] }),
});

/** What its last reply came to; one that ended without a reply says nothing of it. */
const resultOf = ({ replyResult }: WorkOrder) => (replyResult ? { result: replyResult } : {});
const feedbackDue = ({ feedbackDueAt }: WorkOrder) => ({ feedbackDueAt: feedbackDueAt.toISOString() });

/** Who is asked to look again, and until when; nothing where nobody is. */
const toRecheck = ({ finderId, recheckDueAt }: WorkOrder) =>
  finderId !== null && recheckDueAt ? { finderId, recheckDueAt: recheckDueAt.toISOString() } : {};

const handlersOf = ({ leadOrganisationId, coOrganisationIds }: Pick<WorkOrder, 'leadOrganisationId' | 'coOrganisationIds'>): string[] => [
  ...(leadOrganisationId === null ? [] : [leadOrganisationId]),
  ...coOrganisationIds,
];

/** Who has a part in it now, and who has none any more. */
const withHandlers = (order: WorkOrder, told: Told<WorkOrder>) => ({
  ...brief(order, told),
  coOrganisationIds: [...order.coOrganisationIds],
  formerOrganisationIds: given(told.before && handlersOf(told.before)).filter((id) => !handlersOf(order).includes(id)),
});

/** The data of each event of an order, from the order after the step. */
export const WORK_ORDER_EVENTS: Events = {
  'dispatch.work-order.opened.v1': (order, told) => {
    const { urgency, categoryCode } = order;
    return { ...brief(order, told), urgency, categoryCode, ...feedbackDue(order) };
  },
  'dispatch.work-order.dispatched.v1': (order, told) => ({
    ...brief(order, told),
    coOrganisationIds: [...order.coOrganisationIds],
    routeReason: given(order.route).reason,
    signDueAt: given(order.signDueAt).toISOString(),
    ...feedbackDue(order),
  }),
  'dispatch.work-order.reassigned.v1': (order, told) => ({
    ...brief(order, told),
    formerLeadOrganisationId: given(told.before?.leadOrganisationId),
    coOrganisationIds: [...order.coOrganisationIds],
    routeReason: given(order.route).reason,
    signDueAt: given(order.signDueAt).toISOString(),
    ...feedbackDue(order),
  }),
  'dispatch.work-order.handed-over.v1': withHandlers,
  'dispatch.work-order.co-handlers-changed.v1': withHandlers,
  'dispatch.work-order.recalled.v1': withReason,
  'dispatch.work-order.corrected.v1': (order, told) => {
    const { urgency, categoryCode } = order;
    const matter = { ...brief(order, told), urgency, categoryCode, ...feedbackDue(order) };
    return { ...matter, ...(order.state === 'parked' && { parked: true }), ...(!told.before?.recheckDueAt && toRecheck(order)) };
  },
  'dispatch.work-order.accepted.v1': brief,
  'dispatch.work-order.started.v1': brief,
  'dispatch.work-order.staff-assigned.v1': (order, told) => ({
    ...brief(order, told),
    personId: order.personId,
    standInId: order.standInId,
  }),
  'dispatch.work-order.contacted.v1': (order, told) => ({
    ...brief(order, told),
    way: given(order.contactWay),
    reached: given(order.contactReached),
    contactedAt: given(order.contactedAt).toISOString(),
  }),
  'dispatch.work-order.appointed.v1': (order, told) => ({
    ...brief(order, told),
    appointedFrom: given(order.appointedFrom).toISOString(),
    appointedUntil: given(order.appointedUntil).toISOString(),
    moved: told.before?.appointedFrom != null,
  }),
  'dispatch.work-order.appointment-missed.v1': (order, told) => ({
    ...brief(order, told),
    appointedFrom: given(order.appointedFrom).toISOString(),
    appointedUntil: given(order.appointedUntil).toISOString(),
  }),
  'dispatch.work-order.appointment-cancelled.v1': withReason,
  'dispatch.work-order.progressed.v1': (order, told) => ({
    ...brief(order, told),
    nextReportOn: order.nextReportOn,
    ...(told.fileIds && { fileIds: [...told.fileIds] }),
  }),
  'dispatch.work-order.replied.v1': (order, told) => ({
    ...brief(order, told),
    ...feedbackDue(order),
    onTime: given(order.onTime),
    ...(told.fileIds && { fileIds: [...told.fileIds] }),
    ...toRecheck(order),
  }),
  'dispatch.work-order.taken-back.v1': (order, told) => ({ ...brief(order, told), ...feedbackDue(order) }),
  'dispatch.work-order.confirmed.v1': withFiles,
  'dispatch.work-order.refuted.v1': (order, told) => ({ ...withReason(order, told), ...withFiles(order, told), ...feedbackDue(order) }),
  'dispatch.work-order.recheck-lapsed.v1': brief,
  'dispatch.work-order.rejected.v1': (order, told) => ({ ...withReason(order, told), ...feedbackDue(order) }),
  'dispatch.work-order.approved.v1': (order, told) => ({
    ...brief(order, told),
    publicAnswer: given(order.publicAnswer),
    repliedAt: given(order.repliedAt).toISOString(),
    onTime: given(order.onTime),
    ...resultOf(order),
  }),
  'dispatch.work-order.returned.v1': withReason,
  'dispatch.work-order.extended.v1': (order, told) => ({ ...brief(order, told), ...feedbackDue(order) }),
  'dispatch.work-order.parked.v1': (order, told) => ({ ...brief(order, told), reviewOn: given(order.reviewOn) }),
  'dispatch.work-order.resumed.v1': (order, told) => ({ ...brief(order, told), ...feedbackDue(order) }),
  'dispatch.work-order.closed.v1': (order, told) => ({ ...brief(order, told), ...resultOf(order) }),
  'dispatch.work-order.reworked.v1': (order, told) => ({ ...brief(order, told), round: order.round, ...feedbackDue(order) }),
  'dispatch.work-order.warned.v1': (order, told) => ({ ...brief(order, told), ...feedbackDue(order), lamp: given(order.lampTold) }),
  'dispatch.work-order.reminded.v1': (order, told) => ({ ...brief(order, told), ...feedbackDue(order), level: given(order.reminderLevel) }),
  'dispatch.work-order.escalated.v1': (order, told) => ({ ...brief(order, told), level: given(order.escalation) }),
  'dispatch.work-order.terminated.v1': withReason,
};

/** The actions before it see to it that an order has what its event tells. */
function given<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('an order without what its event tells');
  return value;
}
