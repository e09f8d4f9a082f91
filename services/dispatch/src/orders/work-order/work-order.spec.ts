import { describe, expect, it } from '@jest/globals';
import { type DeadlineEntry, type Duration, makeCalendar, recomputeDue } from '@zero-distance/calendar';
import { checkEventData } from '@zero-distance/contracts';
import { type Actor, newId, ok, type Role, SYSTEM, unwrap } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import fc from 'fast-check';
import { POLICIES } from '../../policy/policy.js';
import type { DecisionContext } from '../../reference/reference.js';
import { openAgain, openAnew } from './another-order.js';
import { appointed, appointmentCancelled } from './appointment.js';
import { contacted } from './contact.js';
import {
  accepted,
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
} from './outcome.js';
import { recheckCorrected, recheckUntil } from './recheck.js';
import { staffAssigned } from './staff.js';
import { transition, type WorkOrderStep } from './step.js';
import { escalated, reminded, urged, warned } from './supervision.js';
import { dueFields, openOrder, subjectOf, type WorkOrder } from './work-order.js';
import {
  WORK_ORDER_ACTIONS,
  WORK_ORDER_STATES,
  WORK_ORDER_TRANSITIONS,
  type WorkOrderAction,
  type WorkOrderState,
} from './work-order.transitions.js';
import { WORK_ORDER_EVENTS } from './work-order-event.js';

const [lead, helper] = [newId(), newId()];
const at = (text: string) => new Date(`${text}+08:00`);
const calendar = makeCalendar();
const settingAt = (now: Date): DecisionContext => ({ now, policies: POLICIES.presets, calendar });
const monday = settingAt(at('2026-10-12T10:00:00'));
const facts = {
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
const elsewhere = { ...byList, leadOrganisationId: newId(), coOrganisationIds: [] };

/** The ledger of an order that was granted its limit, and parked when it is. */
const ledgerOf = ({ countedFrom, urgency, state }: WorkOrder): DeadlineEntry[] => [
  { kind: 'granted', at: countedFrom, limit: POLICIES.presets['feedback-limit'][urgency] },
  ...(state === 'parked' ? [{ kind: 'paused' as const, at: monday.now }] : []),
];

const agreedIn = ({ now }: DecisionContext) => ({
  ...{ from: now, until: new Date(now.getTime() + 7_200_000) },
  ...{ reasonCode: null, note: null },
});

const OUTCOMES: Record<WorkOrderAction, (order: WorkOrder, context: DecisionContext) => Outcome> = {
  dispatch: (order, context) => dispatched(byList, order, context),
  accept: () => NO_CHANGES,
  start: () => NO_CHANGES,
  reply: (order, context) =>
    replied(order, { result: 'solved', text: '已修复', repliedBy: 'handler', without: [], recheckDueAt: null }, context),
  contact: (order, context) => unwrap(contacted(order, { way: 'phone', at: context.now, reached: true, note: '约定周三查看' }, context)),
  appoint: (order, context) => unwrap(appointed(order, agreedIn(context), context)),
  'cancel-appointment': (order) => appointmentCancelled(order, 'resident', null),
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

const given = <T>(value: T | null): T => {
  if (value === null) throw new Error('there is none');
  return value;
};

const dataOf = ({ event, before, after, reasonCode }: WorkOrderStep) =>
  WORK_ORDER_EVENTS[event](after, { before, reasonCode, at: monday.now });

const as = (...roles: (Role | 'system')[]): Actor =>
  roles.includes('system') ? SYSTEM : { id: String(roles[0]), roles, scopes: [], area: '' };
const doing = (order: WorkOrder, action: WorkOrderAction, role: Role | 'system', context = monday, isLead = true) =>
  transition(order, action, { actor: as(role), isLead }, context, (before) => ok(OUTCOMES[action](before, context)));

/** An order that got to a state by the actions of the table. */
function orderIn(state: WorkOrderState, context = monday): WorkOrder {
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
const orderFor = (state: WorkOrderState, action: WorkOrderAction): WorkOrder =>
  state === 'replied' && (action === 'confirm' || action === 'refute') ? awaiting() : { ...orderIn(state), ...OF_SERVICE[action] };

const service = { itemCode: 'EL-01', itemVersion: 1, organisationId: lead, limitWorkingDays: 3 };
/** What the actions of a service that was ordered need. */
const OF_SERVICE: Partial<Record<WorkOrderAction, Partial<WorkOrder>>> = {
  appoint: { service },
  'cancel-appointment': { service, appointedFrom: monday.now, appointedUntil: at('2026-10-14T00:00:00') },
};

/** An answered order that waits for who found the matter. */
const awaiting = (changes: Partial<WorkOrder> = {}): WorkOrder => ({
  ...orderIn('replied'),
  finderId: 'grid-worker',
  recheckDueAt: at('2026-10-14T00:00:00'),
  ...changes,
});

describeMachine(WORK_ORDER_TRANSITIONS, {
  start: 'pending',
  expected: {
    pending: {
      dispatch: ['dispatched', 'dispatcher', 'system'],
      correct: ['pending', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    dispatched: {
      'hand-over': ['dispatched', 'system'],
      'assign-staff': ['dispatched', 'handler'],
      escalate: ['dispatched', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      recall: ['pending', 'system'],
      correct: ['dispatched', 'system'],
      accept: ['accepted', 'handler'],
      return: ['pending', 'system'],
      warn: ['dispatched', 'system'],
      remind: ['dispatched', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    accepted: {
      'hand-over': ['accepted', 'system'],
      'assign-staff': ['accepted', 'handler'],
      contact: ['accepted', 'handler'],
      appoint: ['accepted', 'handler'],
      'cancel-appointment': ['accepted', 'handler'],
      escalate: ['accepted', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      recall: ['pending', 'system'],
      correct: ['accepted', 'system'],
      start: ['in-progress', 'handler'],
      return: ['pending', 'system'],
      extend: ['accepted', 'system'],
      park: ['parked', 'system'],
      warn: ['accepted', 'system'],
      remind: ['accepted', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    'in-progress': {
      'hand-over': ['in-progress', 'system'],
      'assign-staff': ['in-progress', 'handler'],
      contact: ['in-progress', 'handler'],
      appoint: ['in-progress', 'handler'],
      'cancel-appointment': ['in-progress', 'handler'],
      recall: ['pending', 'system'],
      escalate: ['in-progress', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      correct: ['in-progress', 'system'],
      extend: ['in-progress', 'system'],
      park: ['parked', 'system'],
      progress: ['in-progress', 'handler'],
      reply: ['replied', 'handler'],
      warn: ['in-progress', 'system'],
      remind: ['in-progress', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    parked: {
      'hand-over': ['parked', 'system'],
      'assign-staff': ['parked', 'handler'],
      contact: ['parked', 'handler'],
      'cancel-appointment': ['parked', 'handler'],
      recall: ['pending', 'system'],
      escalate: ['parked', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      correct: ['parked', 'system'],
      extend: ['parked', 'system'],
      resume: ['in-progress', 'dispatcher', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    replied: {
      'hand-over': ['replied', 'system'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      correct: ['replied', 'system'],
      confirm: ['replied', 'grid-worker'],
      refute: ['in-progress', 'grid-worker'],
      'lapse-recheck': ['replied', 'system'],
      reject: ['in-progress', 'reviewer'],
      approve: ['approved', 'reviewer'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    approved: {
      'hand-over': ['approved', 'system'],
      close: ['closed', 'system'],
      rework: ['in-progress', 'system'],
      terminate: ['terminated', 'system'],
      correct: ['approved', 'system'],
    },
    closed: { rework: ['in-progress', 'system'] },
    terminated: {},
  },
  take: (state, action, actor) =>
    transition(orderFor(state, action), action, { actor, isLead: true }, monday, (before) => ok(OUTCOMES[action](before, monday))),
  dataOf,
  readme: new URL('../../../README.md', import.meta.url),
});

describe('an escalation', () => {
  it("goes from the unit to the government office and on to the leaders' meeting, and no further", () => {
    const order = orderIn('in-progress');
    expect(order.escalation).toBeNull();
    const office = escalated(order, '多部门推诿');
    expect(office).toMatchObject({ changes: { escalation: 'government-office' }, reason: '多部门推诿' });
    const meeting = escalated({ ...order, ...office?.changes }, '未解决');
    expect(meeting?.changes).toEqual({ escalation: 'leaders-meeting' });
    expect(escalated({ ...order, ...meeting?.changes }, '未解决')).toBeUndefined();
  });

  it('outlives a rework', () => {
    const order: WorkOrder = { ...orderIn('closed'), escalation: 'leaders-meeting' };
    const step = doing(order, 'rework', 'system');
    expect(step.ok && step.value.after.escalation).toBe('leaders-meeting');
  });
});

describe('a correction', () => {
  const facts2 = { ...facts, areaCode: '230903011002', categoryCode: '010204' };

  it('leaves the time to answer as it is while the urgency stays', () => {
    const { changes, corrects } = corrected(orderIn('accepted'), facts2, [], monday);
    expect([changes.areaCode, changes.feedbackDueAt, corrects]).toEqual(['230903011002', undefined, undefined]);
  });

  it('of the urgency counts the other limit from where the one before did, and its ledger row says so', () => {
    const order = orderIn('in-progress');
    const later = settingAt(at('2026-10-13T08:00:00'));
    const { changes, corrects } = corrected(order, { ...facts2, urgency: 'utilities' }, ledgerOf(order), later);
    expect(corrects).toEqual(POLICIES.presets['feedback-limit'].utilities);
    expect(changes.feedbackDueAt).toEqual(at('2026-10-13T09:00:00')); // 24 hours from when it was taken in, not from the correction
    const ledger = [
      { kind: 'granted' as const, at: order.countedFrom, limit: POLICIES.presets['feedback-limit'].normal },
      { kind: 'corrected' as const, at: later.now, limit: corrects as Duration },
    ];
    expect(recomputeDue(ledger, calendar).at).toEqual(changes.feedbackDueAt);
  });

  it('never moves the due time of an order that was answered', () => {
    const { changes, corrects } = corrected(orderIn('replied'), { ...facts2, urgency: 'utilities' }, ledgerOf(orderIn('replied')), monday);
    expect([changes.urgency, changes.feedbackDueAt, corrects]).toEqual(['utilities', undefined, undefined]);
  });

  it('gives the centre its limit again for an order that nobody has', () => {
    const later = settingAt(at('2026-10-12T12:00:00'));
    const order = orderIn('pending');
    const { changes } = corrected(order, { ...facts2, urgency: 'life-safety' }, ledgerOf(order), later);
    expect(changes.dispatchDueAt).toEqual(at('2026-10-12T13:00:00'));
  });
});

describe('an order whose time to answer moves', () => {
  const order = orderIn('in-progress'); // due at the end of the 19th
  const ledger = ledgerOf(order);

  it('is due later by an extension from where it ended, though the extension was granted after that', () => {
    const late = settingAt(at('2026-10-21T09:00:00'));
    const { changes, moves } = extended({ ...order, reminderLevel: 'reminder' }, { amount: 3, unit: 'working_day' }, ledger, late);
    expect(changes).toEqual({ feedbackDueAt: at('2026-10-23T00:00:00'), reminderLevel: null, lampTold: null });
    expect(moves).toEqual({ kind: 'extended', limit: { amount: 3, unit: 'working_day' } });
  });

  it('keeps its reminder when it is overdue in spite of the extension', () => {
    const { changes } = extended(order, { amount: 1, unit: 'natural_day' }, ledger, settingAt(at('2026-10-25T09:00:00')));
    expect(changes).toEqual({ feedbackDueAt: at('2026-10-21T00:00:00') });
  });

  it('is due from nobody while it is parked, but for its review date', () => {
    const step = unwrap(doing(order, 'park', 'system'));
    expect(step.after).toMatchObject({
      state: 'parked',
      reviewOn: '2026-11-02',
      stepDueAt: at('2026-11-02T00:00:00'),
      nextReminderAt: null,
      nextLampAt: null,
    });
  });

  it('is due later by exactly as long as it was parked, and its lamp is counted without that', () => {
    const back = settingAt(at('2026-10-22T10:00:00')); // ten days
    const step = unwrap(doing(orderIn('parked'), 'resume', 'dispatcher', back));
    expect(step.after).toMatchObject({
      state: 'in-progress',
      reviewOn: null,
      countedFrom: at('2026-10-22T09:00:00'),
      feedbackDueAt: at('2026-10-30T00:00:00'),
      stepDueAt: at('2026-10-30T00:00:00'),
    });
  });

  it('goes on when it is given to somebody else while it is parked', () => {
    const parkedOrder = orderIn('parked');
    const back = settingAt(at('2026-10-22T10:00:00'));
    const { changes, moves } = reassigned(parkedOrder, elsewhere, back, ledgerOf(parkedOrder));
    expect([changes.feedbackDueAt, changes.reviewOn, moves]).toEqual([at('2026-10-30T00:00:00'), null, { kind: 'resumed' }]);
  });

  it.each(['reject', 'refute', 'reassign'] as const)(
    'goes on with what was left of it at the reply when that does not stand: %s',
    (action) => {
      const replied = { ...orderIn('replied', settingAt(at('2026-10-19T20:00:00'))), finderId: 'grid-worker' }; // four hours were left
      const recheckDueAt = at('2026-10-23T00:00:00');
      const looked = settingAt(at('2026-10-22T10:00:00'));
      const role = ({ reject: 'reviewer', refute: 'grid-worker', reassign: 'dispatcher' } as const)[action];
      const step = unwrap(doing({ ...replied, recheckDueAt }, action, role, looked));
      expect(step.after).toMatchObject({ feedbackDueAt: at('2026-10-22T14:00:00'), repliedAt: null });
      expect(step.after.countedFrom.getTime() - replied.countedFrom.getTime()).toBe(
        looked.now.getTime() - at('2026-10-19T20:00:00').getTime(),
      );
      expect(step.moves).toEqual({ kind: 'waited', since: at('2026-10-19T20:00:00') });
      expect(dataOf(step)).toMatchObject({ feedbackDueAt: at('2026-10-22T14:00:00').toISOString() });
    },
  );

  it('is as late as it was when a late reply does not stand, and no later for the time that somebody else looked at it', () => {
    const replied = orderIn('replied', settingAt(at('2026-10-20T10:00:00'))); // ten hours late
    const step = unwrap(doing(replied, 'reject', 'reviewer', settingAt(at('2026-10-21T10:00:00'))));
    expect(step.after.feedbackDueAt).toEqual(at('2026-10-21T00:00:00'));
  });

  it('keeps its pauses and extensions when its urgency is corrected', () => {
    const rows: DeadlineEntry[] = [
      ...ledger,
      { kind: 'paused', at: at('2026-10-13T09:00:00') },
      { kind: 'resumed', at: at('2026-10-15T09:00:00') },
      { kind: 'extended', at: at('2026-10-15T10:00:00'), limit: { amount: 1, unit: 'natural_day' } },
    ];
    const { changes } = corrected(order, { ...facts, urgency: 'utilities' }, rows, settingAt(at('2026-10-15T11:00:00')));
    expect(changes.feedbackDueAt).toEqual(at('2026-10-17T00:00:00')); // 24 hours from the 14th 09:00, and the day after that 15th
  });
});

describe('a recheck by who found it', () => {
  const finder = as('grid-worker');
  const repliers = ['handler'];
  const wanted = { finderRechecks: true };
  const until = (order: WorkOrder, closing = wanted) => recheckUntil(order, closing, repliers, monday);

  it('is waited for until its limit is over, where the category wants it and a grid worker found it', () => {
    const order = { ...orderIn('in-progress'), finderId: 'zhao' };
    expect(until(order)).toEqual(at('2026-10-14T00:00:00')); // a working day: the 13th
    expect(until(order, { finderRechecks: false })).toBeNull();
    expect(until({ ...order, finderId: null })).toBeNull();
  });

  it('is asked of nobody who answered, or from whom the matter is hidden', () => {
    expect(until({ ...orderIn('in-progress'), finderId: 'handler' })).toBeNull();
    expect(until({ ...orderIn('in-progress'), finderId: 'zhao', barredAccountIds: ['zhao'] })).toBeNull();
  });

  it('keeps the reviewer from approving, and not from sending the reply back, until it is done or over', () => {
    const reviewing = (order: WorkOrder, action: 'approve' | 'reject') => doing(order, action, 'reviewer');
    expect(reviewing(awaiting(), 'approve')).toMatchObject({ error: { code: 'dispatch.work_order.recheck_awaited', status: 409 } });
    expect(reviewing(awaiting(), 'reject')).toMatchObject({ ok: true });
    for (const [action, role] of [
      ['confirm', 'grid-worker'],
      ['lapse-recheck', 'system'],
    ] as const) {
      const { after } = unwrap(doing(awaiting(), action, role));
      expect(reviewing(after, 'approve')).toMatchObject({ ok: true, value: { after: { state: 'approved' } } });
    }
  });

  it('is by who found it alone, and once', () => {
    const other: Actor = { ...finder, id: 'another' };
    for (const action of ['confirm', 'refute'] as const) {
      const by = (actor: Actor, order: WorkOrder) =>
        transition(order, action, { actor, isLead: false }, monday, (before) => ok(OUTCOMES[action](before, monday)));
      expect(by(other, awaiting())).toMatchObject({ error: { code: 'dispatch.work_order.not_finder', status: 403 } });
      const { after } = unwrap(by(finder, awaiting()));
      if (action === 'confirm') expect(by(finder, after)).toMatchObject({ error: { code: 'dispatch.work_order.no_recheck', status: 409 } });
      else expect(after).toMatchObject({ state: 'in-progress', repliedAt: null, recheckDueAt: null, formerlyRepliedBy: ['handler'] });
    }
  });

  it('is asked for so often in a round: then the reviewer decides, and in the next round they are asked again', () => {
    const answers = (order: WorkOrder): WorkOrder => ({ ...order, state: 'replied', repliedBy: 'handler', recheckDueAt: until(order) });
    const refutes = (order: WorkOrder) => unwrap(doing(order, 'refute', 'grid-worker')).after;
    const twice = refutes(answers(refutes(awaiting())));
    expect(twice).toMatchObject({ refutals: 2, state: 'in-progress' });
    expect(until(refutes(awaiting()))).not.toBeNull();
    expect(until(twice)).toBeNull();
    expect(doing(answers(twice), 'approve', 'reviewer')).toMatchObject({ ok: true });
    const again = unwrap(doing({ ...twice, state: 'closed' }, 'rework', 'system')).after;
    expect(until(again)).not.toBeNull();
  });

  it('is by another than who releases the answer, where it was confirmed', () => {
    const both: Actor = { ...finder, roles: ['grid-worker', 'reviewer'] };
    const approve = (order: WorkOrder) =>
      transition(order, 'approve', { actor: both, isLead: false }, monday, () => ok(approved('已修复')));
    const confirmedBy = unwrap(doing(awaiting(), 'confirm', 'grid-worker')).after;
    expect(approve(confirmedBy)).toMatchObject({ error: { code: 'platform.duties_not_separate', status: 403 } });
    expect(doing(confirmedBy, 'approve', 'reviewer')).toMatchObject({ ok: true });
    expect(approve(awaiting({ recheckDueAt: null }))).toMatchObject({ ok: true });
  });

  it('is what an answered order is due for, and gives the reviewer their limit from its end', () => {
    expect(dueFields(awaiting(), orderIn('in-progress'), monday)).toMatchObject({ stepDueAt: at('2026-10-14T00:00:00') });
    const later = settingAt(at('2026-10-13T09:00:00'));
    const { after } = unwrap(doing(awaiting(), 'confirm', 'grid-worker', later));
    expect(after).toMatchObject({ recheckedAt: later.now, recheckDueAt: null, stepDueAt: at('2026-10-14T09:00:00') });
  });

  it('is due, and so is the review, as it was before a correction or a new name of the lead', () => {
    const later = settingAt(at('2026-10-13T09:00:00'));
    for (const order of [awaiting({ stepDueAt: at('2026-10-14T00:00:00') }), orderIn('replied')])
      for (const action of ['correct', 'hand-over'] as const)
        expect(unwrap(doing(order, action, 'system', later)).after.stepDueAt).toEqual(order.stepDueAt);
  });

  it('begins with a correction to a category that wants it, goes on or stays over where both do, and ends where it is wanted no more', () => {
    const [wants, not] = [{ finderRechecks: true }, { finderRechecks: false }];
    const after = (order: WorkOrder, was: typeof wants, is: typeof wants) => recheckCorrected(order, { was, is }, repliers, monday);
    const due = awaiting().recheckDueAt;
    const over = awaiting({ recheckDueAt: null });
    expect([after(over, not, wants), after(over, wants, wants), after(over, not, not)]).toEqual([at('2026-10-14T00:00:00'), null, null]);
    expect([after(awaiting(), wants, wants), after(awaiting(), wants, not)]).toEqual([due, null]);
    expect(after(awaiting({ barredAccountIds: ['grid-worker'] }), wants, wants)).toBeNull();
  });

  it.each(['terminate', 'reassign'] as const)('is waited for no longer once somebody does %s', (action) => {
    expect(unwrap(doing(awaiting(), action, 'dispatcher')).after.recheckDueAt).toBeNull();
  });

  it('of an order that follows is asked of who found it too', () => {
    expect(openAgain({ ...orderIn('terminated'), finderId: 'zhao' }, 'o-2', monday)?.finderId).toBe('zhao');
  });

  it('tells who is asked, and until when', () => {
    const step = unwrap(
      transition({ ...orderIn('in-progress'), finderId: 'zhao' }, 'reply', { actor: as('handler'), isLead: true }, monday, (order) =>
        ok(replied(order, { result: 'solved', text: 'x', repliedBy: 'handler', without: [], recheckDueAt: until(order) }, monday)),
      ),
    );
    expect(dataOf(step)).toMatchObject({ finderId: 'zhao', recheckDueAt: '2026-10-13T16:00:00.000Z' });
  });
});

describe('giving an order to somebody else', () => {
  it('begins the time to accept and to return anew, and leaves the time to answer as it is', () => {
    const order = orderIn('in-progress');
    const later = settingAt(at('2026-10-14T10:00:00'));
    const step = unwrap(doing(order, 'reassign', 'dispatcher', later));
    expect(step.after).toMatchObject({
      state: 'dispatched',
      leadOrganisationId: elsewhere.leadOrganisationId,
      feedbackDueAt: order.feedbackDueAt,
    });
    expect(step.after.signDueAt).toEqual(at('2026-10-14T12:00:00'));
  });

  it('takes away an answer that was given, whose giver may still not review the next', () => {
    const step = unwrap(doing(orderIn('replied'), 'reassign', 'dispatcher'));
    expect(step.after).toMatchObject({ repliedAt: null, replyText: null, onTime: null, formerlyRepliedBy: ['handler'] });
  });
});

describe('who accepted a matter first', () => {
  const acceptedBy = (leadOrganisationId: string, firstReceiverId: string | null): WorkOrder => ({
    ...orderIn('dispatched'),
    leadOrganisationId,
    firstReceiverId,
  });

  it('stays its first receiver when another accepts it later', () => {
    expect(accepted(acceptedBy(lead, null)).changes).toEqual({ firstReceiverId: lead });
    expect(accepted(acceptedBy(helper, lead)).changes).toEqual({ firstReceiverId: lead });
  });

  it('is the first receiver of each other order for the matter too, and of a first order nobody is', () => {
    const ended: WorkOrder = { ...orderIn('terminated'), firstReceiverId: lead };
    const others = [openAgain(ended, 'o-2', monday), openAnew(facts, 2, ended, monday)];
    expect(others.map((order) => order?.firstReceiverId)).toEqual([lead, lead]);
    expect([openOrder(facts, monday), openAnew(facts, 2, undefined, monday)].map((order) => order.firstReceiverId)).toEqual([null, null]);
  });
});

describe('the state table of work orders', () => {
  it.each(['approve', 'reject'] as const)('refuses to %s to who answered, whatever roles they hold, and offers it to others', (action) => {
    const order = orderIn('replied');
    const both: Actor = { ...as('handler', 'reviewer'), id: 'handler' };
    const step = transition(order, action, { actor: both, isLead: true }, monday, (before) => ok(OUTCOMES[action](before, monday)));
    expect(step).toMatchObject({ ok: false, error: { code: 'platform.duties_not_separate', status: 403 } });
    const offered = (actor: Actor) => WORK_ORDER_TRANSITIONS.allowed('replied', actor, subjectOf(order, true, actor.id));
    expect(offered(both)).not.toContain(action);
    expect(offered(as('reviewer'))).toContain(action);
  });

  it.each(['approve', 'reject'] as const)(
    'refuses to %s to whoever answered before, in another round or an order before this one',
    (action) => {
      const answeredBy = (before: WorkOrder, id: string) => ({ ...before, repliedBy: id });
      const answered = answeredBy(orderIn('replied'), 'zhao');
      const sentBack = rejected(answered, { reasonCode: 'unclear', reason: '' }, ledgerOf(answered), monday).changes;
      const again = reworked(answeredBy({ ...orderIn('approved'), ...sentBack }, 'qian'), 'unsatisfied', monday).changes;
      const replaced = openAgain({ ...orderIn('terminated'), ...again }, 'o-2', monday) as WorkOrder;
      for (const history of [again, { formerlyRepliedBy: replaced.formerlyRepliedBy }])
        for (const id of ['zhao', 'qian', 'handler']) {
          const order = { ...orderIn('replied'), repliedBy: 'handler', formerlyRepliedBy: history.formerlyRepliedBy ?? null };
          const both: Actor = { ...as('reviewer'), id };
          const step = transition(order, action, { actor: both, isLead: true }, monday, (before) => ok(OUTCOMES[action](before, monday)));
          expect(step).toMatchObject({ ok: false, error: { code: 'platform.duties_not_separate' } });
        }
    },
  );

  it('shows each party what it may do now', () => {
    const allowed = (state: WorkOrderState, role: Role, isLead = true) =>
      WORK_ORDER_TRANSITIONS.allowed(state, as(role), subjectOf(orderIn(state), isLead, role));
    expect(allowed('dispatched', 'handler')).toEqual(['accept', 'assign-staff']);
    expect(allowed('parked', 'dispatcher')).toEqual(['reassign', 'resume', 'escalate', 'terminate']);
    expect(allowed('dispatched', 'leader', false)).toEqual(['escalate']);
    expect(allowed('dispatched', 'handler', false)).toEqual([]);
    expect(allowed('pending', 'dispatcher')).toEqual(['dispatch', 'terminate']);
    expect(allowed('replied', 'reviewer')).toEqual(['reject', 'approve']);
    expect(allowed('approved', 'dispatcher')).toEqual([]);
  });
});

describe('a work order', () => {
  it('opened tells of its opening', () => {
    const order = openOrder(facts, monday);
    const opened = WORK_ORDER_EVENTS['dispatch.work-order.opened.v1'](order, { before: null, at: monday.now });
    expect(() => checkEventData('dispatch.work-order.opened.v1', opened)).not.toThrow();
    expect(order.stepDueAt).toEqual(at('2026-10-13T09:00:00')); // to be dispatched within 24 hours of receipt
    expect(order.feedbackDueAt).toEqual(at('2026-10-20T00:00:00')); // the 7th day after the 12th ends
  });

  it.each(['accept', 'start', 'reply'] as const)('lets only its lead organisation %s', (action) => {
    const state = action === 'reply' ? 'in-progress' : action === 'start' ? 'accepted' : 'dispatched';
    expect(doing(orderIn(state), action, 'handler', monday, false)).toMatchObject({
      error: { code: 'dispatch.work_order.not_lead', status: 403 },
    });
  });

  it('returned is nobody’s, tells who had it, and gives the centre its limit again', () => {
    const later = settingAt(at('2026-10-13T15:00:00'));
    const step = unwrap(doing(orderIn('accepted'), 'return', 'system', later));
    expect(step.after).toMatchObject({
      leadOrganisationId: null,
      coOrganisationIds: [],
      route: null,
      stepDueAt: at('2026-10-14T15:00:00'),
      nextReminderAt: null,
      returnedBy: [lead],
    });
    expect(dataOf(step)).toMatchObject({ leadOrganisationId: lead, reasonCode: 'not-our-duty' });
  });

  it('replied at its due time is on time, and a moment later is not', () => {
    const order = orderIn('in-progress');
    const onTimeAt = (now: Date) =>
      replied(order, { result: 'solved', text: 'x', repliedBy: 'handler', without: [], recheckDueAt: null }, settingAt(now)).changes.onTime;
    expect(onTimeAt(order.feedbackDueAt)).toBe(true);
    expect(onTimeAt(new Date(order.feedbackDueAt.getTime() + 1))).toBe(false);
  });

  it('sent back by the reviewer in the moment of the reply keeps its due time and its next reminder', () => {
    const before = orderIn('in-progress');
    const step = doing(orderIn('replied'), 'reject', 'reviewer');
    expect(step.ok && step.value.after).toMatchObject({
      feedbackDueAt: before.feedbackDueAt,
      nextReminderAt: before.nextReminderAt,
      stepDueAt: before.feedbackDueAt,
      repliedAt: null,
    });
  });

  it('reworked begins a round with the whole limit and no answer', () => {
    const friday = settingAt(at('2026-10-16T10:00:00'));
    const step = doing(orderIn('approved'), 'rework', 'system', friday);
    expect(step).toMatchObject({
      value: {
        after: { round: 2, countedFrom: friday.now, feedbackDueAt: at('2026-10-24T00:00:00'), publicAnswer: null, reminderLevel: null },
        grants: { amount: 7, unit: 'natural_day' },
      },
    });
  });

  it('has a step due exactly where its clock is a policy or a date, and a reminder to come while its lead has it', () => {
    for (const state of WORK_ORDER_STATES) {
      const { stepDueAt, nextReminderAt } = orderIn(state);
      const clock = WORK_ORDER_TRANSITIONS.clocks[state];
      expect(stepDueAt !== null).toBe(typeof clock === 'object' && ('policy' in clock || 'field' in clock));
      expect(nextReminderAt !== null).toBe(['dispatched', 'accepted', 'in-progress'].includes(state));
    }
  });

  it('tells once in each round when its lamp turns yellow, and red, while its lead has it and nobody was reminded', () => {
    const order = orderIn('accepted');
    const { feedbackDueAt } = order;
    const yellow = unwrap(doing(order, 'warn', 'system', settingAt(given(order.nextLampAt))));
    expect([dataOf(yellow), yellow.after.nextLampAt]).toMatchObject([{ lamp: 'yellow' }, feedbackDueAt]);
    const red = unwrap(doing(yellow.after, 'warn', 'system', settingAt(feedbackDueAt)));
    expect([dataOf(red), red.after.nextLampAt]).toMatchObject([{ lamp: 'red' }, null]);
    const late = unwrap(doing(order, 'warn', 'system', settingAt(feedbackDueAt)));
    expect([dataOf(late), late.after.nextLampAt]).toMatchObject([{ lamp: 'red' }, null]); // of what was missed, the last
    const remindedOf = unwrap(doing(order, 'remind', 'system', settingAt(given(order.nextReminderAt))));
    expect([remindedOf.after.nextLampAt, orderIn('replied').nextLampAt, orderIn('pending').nextLampAt]).toEqual([null, null, null]);
    const again = doing({ ...orderIn('approved'), lampTold: 'red' }, 'rework', 'system');
    expect(again.ok && again.value.after).toMatchObject({ lampTold: null, nextLampAt: expect.any(Date) });
  });

  it('is urged on to a reminder and no further: cards come when their time has come, however often somebody urges', () => {
    const order = orderIn('accepted');
    const soon = settingAt(at('2026-10-13T09:00:00'));
    expect(urged(order, soon)).toMatchObject({ changes: { reminderLevel: 'reminder' } });
    const once = { ...order, reminderLevel: 'reminder' as const };
    expect(urged(once, soon)).toBeUndefined();
    expect(dueFields(once, order, soon).nextLampAt).toEqual(order.nextLampAt);
    const late = settingAt(new Date(order.feedbackDueAt.getTime() + 1));
    expect([urged(once, late), urged({ ...order, reminderLevel: 'yellow' }, late)]).toEqual([undefined, undefined]);
    expect(dueFields(once, order, late).nextLampAt).toBeNull();
  });

  it('is to be reviewed within the limit from the reply, and dispatched again within that of the centre from its termination', () => {
    const later = settingAt(at('2026-10-14T15:00:00'));
    const replied = doing(orderIn('in-progress'), 'reply', 'handler', later);
    expect(replied).toMatchObject({ value: { after: { stepDueAt: at('2026-10-15T15:00:00') } } });
    const terminated = doing(orderIn('replied'), 'terminate', 'dispatcher', later);
    expect(terminated).toMatchObject({ value: { after: { stepDueAt: at('2026-10-15T15:00:00') } } });
    for (const order of [
      { ...orderIn('replied'), sourceSettled: true },
      { ...orderIn('replied'), type: 'hazard-rectification' as const },
    ]) {
      expect(doing(order, 'terminate', 'system', later)).toMatchObject({ value: { after: { stepDueAt: null } } });
    }
  });

  it('counts its version up by one for each of any row of actions', () => {
    const actions = fc.array(fc.constantFrom(...WORK_ORDER_ACTIONS), { maxLength: 40 });
    fc.assert(
      fc.property(actions, (tried) => {
        let order = openOrder(facts, monday);
        let taken = 0;
        for (const action of tried) {
          const role = WORK_ORDER_TRANSITIONS.rows.find((row) => row.action === action && row.from.includes(order.state))?.by[0];
          const step = role && (action !== 'remind' || order.reminderLevel !== 'red') ? doing(order, action, role) : undefined;
          if (step?.ok) [order, taken] = [step.value.after, taken + 1];
        }
        expect(order.version).toBe(1 + taken);
      }),
    );
  });
});
