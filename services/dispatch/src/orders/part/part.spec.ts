import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { newId, ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import type { DecisionContext } from '../../reference/reference.js';
import { dispatched, reworked } from '../work-order/outcome.js';
import { openOrder, type WorkOrder } from '../work-order/work-order.js';
import {
  isInTime,
  isOverdue,
  isUndecided,
  mayEndParts,
  mayStill,
  openParts,
  outstanding,
  PART_EVENTS,
  type Part,
  partsDueAt,
  subjectOf,
  whyOver,
} from './part.js';
import { PART_TRANSITIONS } from './part.transitions.js';

const NOW = new Date('2026-10-12T10:00:00+08:00');
const HOUR = 3_600_000;
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const context: DecisionContext = { now: NOW, policies: POLICIES.presets, calendar: makeCalendar() };
const [lead, helper, other] = [newId(), newId(), newId()];
const opened = openOrder(
  {
    id: newId(),
    type: 'request',
    sourceId: newId(),
    sourceNumber: null,
    requestKind: 'complaint',
    categoryCode: '010203',
    areaCode: '230903011001',
    barredOrganisationIds: null,
    barredAccountIds: null,
    confidential: false,
    finderId: null,
    service: null,
    facilityFault: null,
    urgency: 'normal',
    receivedAt: NOW,
  },
  context,
);
const given = dispatched(
  { leadOrganisationId: lead, coOrganisationIds: [helper, other], route: { reason: 'designated', by: 'wang', words: '会商' } },
  opened,
  context,
);
const order: WorkOrder = { ...opened, ...given.changes, state: 'in-progress' };
const due = given.partsDueAt as Date;
const nobody = (_: string): boolean => false;
/** Somebody who acts for an organisation. */
const of = (organisationId: string, id = 'li') => ({ id, organisation: { id: organisationId } });
const [part, second] = openParts(order, due, NOW) as [Part, Part];

describeMachine(PART_TRANSITIONS, {
  start: 'open',
  expected: {
    open: {
      accept: ['accepted', 'handler'],
      return: ['returned', 'handler'],
      remind: ['open', 'system'],
      mark: ['open', 'handler'],
      end: ['ended', 'system'],
    },
    accepted: {
      report: ['reported', 'handler'],
      return: ['returned', 'handler'],
      remind: ['accepted', 'system'],
      mark: ['accepted', 'handler'],
      end: ['ended', 'system'],
    },
    returned: { insist: ['open', 'dispatcher'], remind: ['returned', 'system'], end: ['ended', 'system'] },
    reported: { 'take-back': ['accepted', 'handler'], mark: ['reported', 'handler'] },
    ended: {},
  },
  take: (state, action, actor) => {
    const found: Part = { ...part, isAnswered: action === 'mark', reportedBy: actor.id };
    const subject = subjectOf(found, of(action === 'mark' ? lead : helper, actor.id));
    const row = PART_TRANSITIONS.decide(state, action, actor, subject);
    return row.ok ? ok(stepOf(row.value, { ...part, state, mark: 4, onTime: true, endedFor: 'reworked' as const }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => PART_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a part', () => {
  it('is due before the lead has to answer: after four fifths of what the lead has left', () => {
    expect(due.getTime() - NOW.getTime()).toBeCloseTo(0.8 * (order.feedbackDueAt.getTime() - NOW.getTime()), -1);
    expect(due < order.feedbackDueAt).toBe(true);
  });

  it('has as long as there is to accept where the lead has no time left', () => {
    expect(partsDueAt({ feedbackDueAt: later(-1) }, context)).toEqual(later(2));
    expect(partsDueAt({ feedbackDueAt: NOW }, context)).toEqual(later(2));
  });

  it('is opened for each co-handler, and for each again when the order is reworked', () => {
    expect([part, second].map(({ organisationId }) => organisationId)).toEqual([helper, other]);
    const again = reworked({ ...order, state: 'closed' }, 'requester-not-content', context);
    expect(again.partsDueAt && again.partsDueAt > NOW).toBe(true);
  });

  it('is overdue from the time it is due until it is in, but not while its order is parked', () => {
    expect(isOverdue(part, new Date(due.getTime() - 1))).toBe(false);
    expect(isOverdue(part, due)).toBe(true);
    expect(isOverdue({ ...part, state: 'accepted' }, due)).toBe(true);
    expect(isOverdue({ ...part, isPaused: true }, due)).toBe(false);
    expect(isOverdue({ ...part, state: 'reported' }, due)).toBe(false);
    expect(isOverdue({ ...part, state: 'ended' }, due)).toBe(false);
  });

  it.each([
    ['order-ended', { ...order, state: 'terminated' }],
    ['order-ended', { ...order, state: 'closed' }],
    ['given-to-another', { ...order, dispatchedAt: null }],
    ['given-to-another', { ...order, dispatchedAt: later(1) }],
    ['reworked', { ...order, round: 2 }],
    [undefined, order],
    [undefined, { ...order, state: 'approved' }],
  ] as const)('is over because of %s, and of nothing else', (reason, now) => {
    expect(whyOver(part, now, nobody)).toBe(reason);
  });

  it('is over when the order does without it, and awaited no longer from then on', () => {
    expect(whyOver({ ...part, isTakenOff: true }, order, nobody)).toBe('taken-off');
    expect(outstanding([{ ...part, isTakenOff: true }], order, NOW, nobody)).toEqual({ awaited: [], overdue: [] });
  });

  it('that was returned is awaited until the centre has to have decided, and named as missing afterwards', () => {
    const returned: Part = { ...part, state: 'returned' };
    expect(outstanding([returned], order, NOW, nobody)).toEqual({ awaited: [returned], overdue: [] });
    expect(outstanding([returned], order, due, nobody)).toEqual({ awaited: [], overdue: [returned] });
  });

  it('that was returned is not insisted on, nor undecided, once the lead has answered without it', () => {
    const returned: Part = { ...part, state: 'returned', isAnswered: true };
    const dispatcher = { id: 'wang', roles: ['dispatcher' as const], scopes: [], area: '' };
    expect(PART_TRANSITIONS.decide('returned', 'insist', dispatcher, subjectOf(returned, { id: 'wang' }))).toMatchObject({
      ok: false,
      error: { code: 'dispatch.part.answered_already' },
    });
    expect(isUndecided(returned, due)).toBe(false);
  });

  it('that begins while its order is parked stands still with it', () => {
    const [begun] = openParts({ ...order, state: 'parked' }, due, NOW);
    expect([begun?.isPaused, part.isPaused]).toEqual([true, false]);
  });

  it('that is over offers nothing, but the mark where its order has ended', () => {
    expect([mayStill('take-back', undefined), mayStill('take-back', 'reworked'), mayStill('take-back', 'order-ended')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([mayStill('mark', 'given-to-another'), mayStill('mark', 'order-ended')]).toEqual([false, true]);
  });

  it('that was returned is overdue at nobody, and undecided when the centre has not decided in time, also while the order is parked', () => {
    const returned: Part = { ...part, state: 'returned', isPaused: true };
    expect([isUndecided(returned, new Date(due.getTime() - 1)), isUndecided(returned, due)]).toEqual([false, true]);
    expect([isOverdue(returned, due), isUndecided(part, due)]).toEqual([false, false]);
  });

  it('is taken back by who reported it, until the lead has answered or marked it', () => {
    const actor = { id: 'li', roles: ['handler' as const], scopes: [], area: '' };
    const codeOf = (changes: Partial<Part>, who = of(helper)) => {
      const reported: Part = { ...part, state: 'reported', reportedBy: 'li', ...changes };
      const row = PART_TRANSITIONS.decide('reported', 'take-back', actor, subjectOf(reported, who));
      return row.ok ? undefined : row.error.code;
    };
    expect([codeOf({}), codeOf({}, of(lead))]).toEqual([undefined, 'dispatch.part.not_co_handler']);
    expect([codeOf({}, of(helper, 'colleague')), codeOf({ reportedBy: null })]).toEqual(Array(2).fill('dispatch.part.not_sender'));
    expect([codeOf({ isAnswered: true }), codeOf({ mark: 4 })]).toEqual(Array(2).fill('dispatch.part.answered_already'));
  });

  it('is not returned again once the centre has insisted', () => {
    const actor = { id: 'li', roles: ['handler' as const], scopes: [], area: '' };
    const again = PART_TRANSITIONS.decide('open', 'return', actor, subjectOf({ ...part, isInsisted: true }, of(helper)));
    expect(again).toMatchObject({ ok: false, error: { code: 'dispatch.part.insisted_already' } });
  });

  it('is over when the matter names its co-handler, and not when it names another', () => {
    expect(whyOver(part, order, (id) => id === helper)).toBe('recused');
    expect(whyOver(part, order, (id) => id === other)).toBeUndefined();
  });

  it('is looked at after each step of its order that may be its end, and after no other', () => {
    const ends: Partial<WorkOrder>[] = [
      { state: 'terminated' },
      { state: 'closed' },
      { round: 2 },
      { dispatchedAt: later(1) },
      { dispatchedAt: null },
      { barredOrganisationIds: [helper] },
      { coOrganisationIds: [helper] },
    ];
    expect(ends.map((changes) => mayEndParts(order, { ...order, ...changes }))).toEqual(Array(7).fill(true));
    const others: Partial<WorkOrder>[] = [{ state: 'replied' }, { feedbackDueAt: later(9) }, { areaCode: '230903' }];
    expect(others.map((changes) => mayEndParts(order, { ...order, ...changes }))).toEqual([false, false, false]);
    expect(mayEndParts({ ...order, coOrganisationIds: [] }, { ...order, coOrganisationIds: [], state: 'closed' })).toBe(false);
  });

  it('comes in time until it is due, and at any time while its order is parked', () => {
    expect([isInTime(part, due), isInTime(part, new Date(due.getTime() + 1))]).toEqual([true, false]);
    expect(isInTime({ ...part, isPaused: true }, new Date(due.getTime() + 1))).toBe(true);
  });

  it('is awaited by the lead while it has time, and named as missing afterwards; one that is in or over is neither', () => {
    const names = (parts: readonly Part[], now: Date, of = order, isNamed = nobody) => {
      const { awaited, overdue } = outstanding(parts, of, now, isNamed);
      return [awaited, overdue].map((some) => some.map(({ organisationId }) => organisationId));
    };
    expect(names([part, { ...second, state: 'accepted' }], NOW)).toEqual([[helper, other], []]);
    expect(names([part, { ...second, state: 'reported' }], due)).toEqual([[], [helper]]);
    expect(names([part, second], NOW, order, (id) => id === helper)).toEqual([[other], []]);
    expect(names([part, second], NOW, { ...order, round: 2 })).toEqual([[], []]);
  });

  it('is accepted and reported by its co-handler alone, and marked by the lead alone', () => {
    const actor = { id: 'li', roles: ['handler' as const], scopes: [], area: '' };
    const codes = (action: 'accept' | 'mark', who: string, isAnswered = true) => {
      const row = PART_TRANSITIONS.decide('open', action, actor, subjectOf({ ...part, isAnswered }, of(who)));
      return row.ok ? undefined : row.error.code;
    };
    expect([codes('accept', helper), codes('accept', lead), codes('accept', other)]).toEqual([
      undefined,
      'dispatch.part.not_co_handler',
      'dispatch.part.not_co_handler',
    ]);
    expect([codes('mark', lead), codes('mark', helper)]).toEqual([undefined, 'dispatch.work_order.not_lead']);
    expect([codes('mark', lead, false), codes('mark', helper, false)]).toEqual([
      'dispatch.part.marked_after_reply',
      'dispatch.work_order.not_lead',
    ]);
  });

  it('of an organisation that is no more is done by its successor', () => {
    const heirOf = (organisationId: string) => ({ id: 'li', organisation: { id: newId(), predecessors: [organisationId] } });
    expect(subjectOf(part, heirOf(helper))).toMatchObject({ isCoHandler: true, isLead: false, isMarked: false });
    expect(subjectOf(part, heirOf(lead))).toMatchObject({ isCoHandler: false, isLead: true, isMarked: false });
    expect(subjectOf({ ...part, mark: 3 }, { id: 'li' })).toMatchObject({ isCoHandler: false, isLead: false, isMarked: true });
  });
});
