import { describe, expect, it } from '@jest/globals';
import { checkEventData } from '@zero-distance/contracts';
import { unwrap } from '@zero-distance/kernel';
import fc from 'fast-check';
import { at, dataOf, doing, elsewhere, facts, given, helper, lead, monday, orderIn, settingAt } from '../../../test/sample-order.js';
import { openAgain, openAnew } from './another-order.js';
import { accepted, replied } from './outcome.js';
import { escalated, urged } from './supervision.js';
import { dueFields, openOrder, type WorkOrder } from './work-order.js';
import { WORK_ORDER_ACTIONS, WORK_ORDER_STATES, WORK_ORDER_TRANSITIONS } from './work-order.transitions.js';
import { WORK_ORDER_EVENTS } from './work-order-event.js';

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
