import { type DeadlineEntry, makeCalendar } from '@zero-distance/calendar';
import { type Actor, newId, ok, type Role, SYSTEM, unwrap } from '@zero-distance/kernel';
import { APPOINTMENT_MISSED, appointed, appointmentCancelled } from '../src/orders/work-order/appointment.js';
import { contacted } from '../src/orders/work-order/contact.js';
import {
  approved,
  confirmed,
  corrected,
  dispatched,
  extended,
  NO_CHANGES,
  type Outcome,
  parked,
  progressed,
  RECHECK_LAPSED,
  reassigned,
  recalled,
  refuted,
  rejected,
  replied,
  resumed,
  returned,
  reworked,
  terminated,
} from '../src/orders/work-order/outcome.js';
import { staffAssigned } from '../src/orders/work-order/staff.js';
import { transition, type WorkOrderStep } from '../src/orders/work-order/step.js';
import { escalated, reminded, warned } from '../src/orders/work-order/supervision.js';
import { takenBack } from '../src/orders/work-order/taking-back.js';
import { openOrder, type WorkOrder } from '../src/orders/work-order/work-order.js';
import { WORK_ORDER_TRANSITIONS, type WorkOrderAction, type WorkOrderState } from '../src/orders/work-order/work-order.transitions.js';
import { WORK_ORDER_EVENTS } from '../src/orders/work-order/work-order-event.js';
import { POLICIES } from '../src/policy/policy.js';
import type { DecisionContext } from '../src/reference/reference.js';

export const [lead, helper] = [newId(), newId()];
export const at = (text: string) => new Date(`${text}+08:00`);
export const calendar = makeCalendar();
export const settingAt = (now: Date): DecisionContext => ({ now, policies: POLICIES.presets, calendar });
export const monday = settingAt(at('2026-10-12T10:00:00'));
export const facts = {
  id: newId(),
  type: 'request' as const,
  sourceId: newId(),
  sourceNumber: '230903011001-261012-000001',
  requestKind: 'complaint' as const,
  categoryCode: '010203',
  areaCode: '230903011001',
  barredOrganisationIds: null,
  barredAccountIds: null,
  confidential: false,
  finderId: null,
  service: null,
  facilityFault: null,
  urgency: 'normal' as const,
  receivedAt: at('2026-10-12T09:00:00'),
};
const byList = {
  leadOrganisationId: lead,
  coOrganisationIds: [helper],
  route: { reason: 'responsibility-list' as const, entry: 'lamps', version: 1, category: '0102', area: '' },
};
export const elsewhere = { ...byList, leadOrganisationId: newId(), coOrganisationIds: [] };

/** The ledger of an order that was granted its limit, and parked when it is. */
export const ledgerOf = ({ countedFrom, urgency, state }: WorkOrder): DeadlineEntry[] => [
  { kind: 'granted', at: countedFrom, limit: POLICIES.presets['feedback-limit'][urgency] },
  ...(state === 'parked' ? [{ kind: 'paused' as const, at: monday.now }] : []),
];

const agreedIn = ({ now }: DecisionContext) => ({
  ...{ from: now, until: new Date(now.getTime() + 7_200_000) },
  ...{ reasonCode: null, note: null },
});

export const OUTCOMES: Record<WorkOrderAction, (order: WorkOrder, context: DecisionContext) => Outcome> = {
  dispatch: (order, context) => dispatched(byList, order, context),
  accept: () => NO_CHANGES,
  start: () => NO_CHANGES,
  reply: (order, context) =>
    replied(order, { result: 'solved', text: '已修复', repliedBy: 'handler', without: [], recheckDueAt: null }, context),
  contact: (order, context) => unwrap(contacted(order, { way: 'phone', at: context.now, reached: true, note: '约定周三查看' }, context)),
  appoint: (order, context) => unwrap(appointed(order, agreedIn(context), context)),
  'cancel-appointment': (order) => appointmentCancelled(order, 'resident', null),
  'miss-appointment': () => APPOINTMENT_MISSED,
  'assign-staff': (order) => unwrap(staffAssigned(order, { personId: newId(), standInId: null, section: '市政科' })),
  reject: (order, context) => rejected(order, { reasonCode: 'incomplete', reason: '请补充' }, ledgerOf(order), context),
  confirm: (_, context) => confirmed('夜间到场，灯已亮', context),
  refute: (order, context) => refuted(order, { reasonCode: 'not-solved', reason: '仍不亮' }, ledgerOf(order), context),
  'lapse-recheck': () => RECHECK_LAPSED,
  approve: () => approved('已修复'),
  return: (order, context) => returned(order, 'not-our-duty', '非本单位职责', context),
  close: () => NO_CHANGES,
  correct: (order, context) => corrected(order, { ...facts, areaCode: '230903011002', urgency: 'utilities' }, ledgerOf(order), context),
  reassign: (order, context) => reassigned(order, elsewhere, context, ledgerOf(order)),
  recall: (order, context) => recalled(order, context, { reasonCode: 'request-corrected', ledger: ledgerOf(order) }),
  'change-co-handlers': () => ({ changes: { coOrganisationIds: [newId()] }, reason: '涉及占道' }),
  'take-back': (order) => takenBack(order, '附件有误'),
  'hand-over': () => ({ changes: { leadOrganisationId: elsewhere.leadOrganisationId }, reasonCode: 'organisation-retired' }),
  progress: (_, context) => unwrap(progressed('已勘察', '2026-10-14', context)),
  extend: (order, context) => extended(order, { amount: 3, unit: 'natural_day' }, ledgerOf(order), context),
  park: () => parked('2026-11-02'),
  resume: (order, context) => resumed(ledgerOf(order), context),
  rework: (order, context) => reworked(order, 'recheck-failed', context),
  warn: warned,
  remind: (order, context) => reminded(order, context) as Outcome,
  escalate: (order) => escalated(order, '多部门推诿') as Outcome,
  terminate: () => terminated('duplicate', '重复'),
};

export const given = <T>(value: T | null): T => {
  if (value === null) throw new Error('there is none');
  return value;
};

export const dataOf = ({ event, before, after, reasonCode }: WorkOrderStep) =>
  WORK_ORDER_EVENTS[event](after, { before, reasonCode, at: monday.now });

export const as = (...roles: (Role | 'system')[]): Actor =>
  roles.includes('system') ? SYSTEM : { id: String(roles[0]), roles, scopes: [], area: '' };
export const doing = (order: WorkOrder, action: WorkOrderAction, role: Role | 'system', context = monday, isLead = true) =>
  transition(order, action, { actor: as(role), isLead }, context, (before) => ok(OUTCOMES[action](before, context)));

/** An order that got to a state by the actions of the table. */
export function orderIn(state: WorkOrderState, context = monday): WorkOrder {
  const path: Record<WorkOrderState, WorkOrderAction[]> = {
    pending: [],
    dispatched: ['dispatch'],
    accepted: ['dispatch', 'accept'],
    'in-progress': ['dispatch', 'accept', 'start'],
    parked: ['dispatch', 'accept', 'start', 'park'],
    replied: ['dispatch', 'accept', 'start', 'reply'],
    approved: ['dispatch', 'accept', 'start', 'reply', 'approve'],
    closed: ['dispatch', 'accept', 'start', 'reply', 'approve', 'close'],
    terminated: ['terminate'],
  };
  return path[state].reduce(
    (order, action) => {
      const role = WORK_ORDER_TRANSITIONS.rows.find((row) => row.action === action)?.by[0] as Role | 'system';
      const step = doing(order, action, role, context);
      if (!step.ok) throw step.error;
      return step.value.after;
    },
    openOrder(facts, context),
  );
}

/** One that its finder looks at again, where that is what happens to it. */
export const orderFor = (state: WorkOrderState, action: WorkOrderAction): WorkOrder =>
  state === 'replied' && (action === 'confirm' || action === 'refute') ? awaiting() : { ...orderIn(state), ...OF_SERVICE[action] };

const service = { itemCode: 'EL-01', itemVersion: 1, organisationId: lead, limitWorkingDays: 3 };
/** What the actions of a service that was ordered need. */
const OF_SERVICE: Partial<Record<WorkOrderAction, Partial<WorkOrder>>> = {
  appoint: { service },
  'miss-appointment': { service, appointedFrom: monday.now, appointedUntil: at('2026-10-14T00:00:00') },
  'cancel-appointment': { service, appointedFrom: monday.now, appointedUntil: at('2026-10-14T00:00:00') },
};

/** An answered order that waits for who found the matter. */
export const awaiting = (changes: Partial<WorkOrder> = {}): WorkOrder => ({
  ...orderIn('replied'),
  finderId: 'grid-worker',
  recheckDueAt: at('2026-10-14T00:00:00'),
  ...changes,
});
