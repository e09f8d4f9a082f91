import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { type Actor, newId, ok, type Role, stepOf, unwrap } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import type { DecisionContext } from '../../reference/reference.js';
import { openOrder, type WorkOrder } from '../work-order/work-order.js';
import {
  isOverdue,
  isPlacedAs,
  openSupervision,
  placeOf,
  SUPERVISION_ORDER_EVENTS,
  type SupervisionOrder,
  subjectOf,
  supervisedFrom,
  withoutAnswer,
} from './supervision-order.js';
import { SUPERVISION_ORDER_TRANSITIONS } from './supervision-order.transitions.js';

const NOW = new Date('2026-10-12T10:00:00+08:00');
const context: DecisionContext = { now: NOW, policies: POLICIES.presets, calendar: makeCalendar() };
const lead = newId();
const orderOf = (changes: Partial<WorkOrder> = {}): WorkOrder => ({
  ...openOrder(
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
  ),
  leadOrganisationId: lead,
  ...changes,
});
const opened = unwrap(openSupervision('overdue', [orderOf()], 'centre', context));
const as = (id: string, ...roles: Role[]): Actor => ({ id, roles, scopes: [], area: '', organisation: { id: lead } });

describeMachine(SUPERVISION_ORDER_TRANSITIONS, {
  start: 'open',
  expected: {
    open: {
      answer: ['answered', 'handler'],
      revoke: ['revoked', 'dispatcher', 'leader'],
      remind: ['open', 'system'],
      correct: ['open', 'system'],
    },
    answered: {
      'take-back': ['open', 'handler'],
      return: ['open', 'dispatcher', 'leader'],
      close: ['closed', 'dispatcher', 'leader'],
      revoke: ['revoked', 'dispatcher', 'leader'],
      remind: ['answered', 'system'],
      correct: ['answered', 'system'],
    },
    closed: { correct: ['closed', 'system'] },
    revoked: { correct: ['revoked', 'system'] },
  },
  take: (state, action, actor) => {
    const found: SupervisionOrder = { ...opened, openedBy: 'red-lamp', state, answeredBy: action === 'take-back' ? actor.id : null };
    const subject = subjectOf(found, { ...actor, organisation: { id: lead } });
    const row = SUPERVISION_ORDER_TRANSITIONS.decide(state, action, actor, subject);
    return row.ok ? ok(stepOf(row.value, found, actor)) : row;
  },
  dataOf: ({ event, before, after }) => SUPERVISION_ORDER_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a supervision order', () => {
  it('is of orders of one lead and of one type', () => {
    const codeOf = (...orders: WorkOrder[]) => {
      const result = openSupervision('repeated', orders, 'leader', context);
      return result.ok ? undefined : result.error.code;
    };
    expect(codeOf(orderOf(), orderOf())).toBeUndefined();
    expect(codeOf(orderOf({ leadOrganisationId: null }))).toBe('dispatch.supervision_order.no_lead');
    expect(codeOf(orderOf(), orderOf({ leadOrganisationId: newId() }))).toBe('dispatch.supervision_order.several_leads');
    expect(codeOf(orderOf(), orderOf({ type: 'hazard-rectification' }))).toBe('dispatch.supervision_order.several_types');
  });

  it('lies in the smallest area that holds its orders, and is hidden from whom any of them is', () => {
    const [one, other] = [newId(), newId()];
    const together = [
      orderOf({ barredOrganisationIds: [one] }),
      orderOf({ areaCode: '230903011002', barredOrganisationIds: [one, other], barredAccountIds: ['li'] }),
    ];
    expect(placeOf(together)).toEqual({
      areaCode: '230903011',
      barredOrganisationIds: [one, other],
      barredAccountIds: ['li'],
      confidential: false,
    });
    expect(placeOf([orderOf()])).toEqual({
      areaCode: '230903011001',
      barredOrganisationIds: null,
      barredAccountIds: null,
      confidential: false,
    });
    expect(placeOf([orderOf(), orderOf({ areaCode: '230903012001' })]).areaCode).toBe('230903');
  });

  it('tells whom any of its orders is hidden from, and that one of them is confidential', () => {
    const others = [orderOf(), orderOf({ barredAccountIds: ['li'], barredOrganisationIds: [lead] })];
    const dataOf = (orders: WorkOrder[]) => {
      const found = unwrap(openSupervision('repeated', orders, 'centre', context));
      return SUPERVISION_ORDER_EVENTS['dispatch.supervision-order.opened.v1'](found, { before: null, at: NOW });
    };
    expect(dataOf(others)).toMatchObject({ barredAccountIds: ['li'], barredOrganisationIds: [lead], confidential: false });
    for (const confidential of [true, null]) expect(dataOf([...others, orderOf({ confidential })])).toMatchObject({ confidential: true });
  });

  it('follows a correction that moves it or hides it, and no other', () => {
    const place = placeOf([orderOf()]);
    expect(isPlacedAs(opened, place)).toBe(true);
    const others = [{ areaCode: '230903' }, { barredOrganisationIds: [lead] }, { barredAccountIds: ['li'] }, { confidential: true }];
    expect(others.map((other) => isPlacedAs(opened, { ...place, ...other }))).toEqual(Array(4).fill(false));
  });

  it('is listed in the month that it was opened in, in Shanghai', () => {
    const lastNight = { ...context, now: new Date('2026-10-31T16:30:00Z') };
    expect(unwrap(openSupervision('overdue', [orderOf()], 'centre', lastNight)).month).toBe('2026-11');
    expect(opened.month).toBe('2026-10');
  });

  it('is overdue from the time of what comes next until it is closed or revoked', () => {
    expect(isOverdue(opened, new Date(opened.dueAt.getTime() - 1))).toBe(false);
    expect(isOverdue(opened, opened.dueAt)).toBe(true);
    expect(isOverdue({ ...opened, state: 'answered' }, opened.dueAt)).toBe(true);
    expect(isOverdue({ ...opened, state: 'closed' }, opened.dueAt)).toBe(false);
  });

  it.each([
    ['leader', 'leader', undefined],
    ['leader', 'dispatcher', 'dispatch.supervision_order.not_opener'],
    ['centre', 'dispatcher', undefined],
    ['centre', 'leader', 'dispatch.supervision_order.not_opener'],
    ['red-lamp', 'leader', undefined],
    ['red-lamp', 'dispatcher', undefined],
  ] as const)('opened by %s is closed by a %s: %s', (openedBy, role, code) => {
    const found = { ...opened, openedBy, state: 'answered' as const };
    const row = SUPERVISION_ORDER_TRANSITIONS.decide('answered', 'close', as('wang', role), subjectOf(found, as('wang', role)));
    expect(row.ok ? undefined : row.error.code).toBe(code);
  });

  it('is not closed, nor sent back, by who answered it', () => {
    const found: SupervisionOrder = { ...opened, state: 'answered', answeredBy: 'wang' };
    for (const action of ['close', 'return'] as const) {
      const row = SUPERVISION_ORDER_TRANSITIONS.decide(
        'answered',
        action,
        as('wang', 'dispatcher'),
        subjectOf(found, as('wang', 'dispatcher')),
      );
      expect(row.ok ? undefined : row.error.code).toBe('platform.duties_not_separate');
    }
  });

  it('has its answer taken back by who gave it alone, and is due when it was', () => {
    const found: SupervisionOrder = {
      ...opened,
      state: 'answered',
      answeredBy: 'wang',
      answeredAt: NOW,
      onTime: true,
      answerDueAt: opened.dueAt,
      dueAt: new Date(opened.dueAt.getTime() + 1),
      remindedAt: NOW,
    };
    const codeOf = (actor: Actor) => {
      const row = SUPERVISION_ORDER_TRANSITIONS.decide('answered', 'take-back', actor, subjectOf(found, actor));
      return row.ok ? undefined : row.error.code;
    };
    expect([codeOf(as('wang', 'handler')), codeOf(as('li', 'handler'))]).toEqual([undefined, 'dispatch.supervision_order.not_sender']);
    expect(codeOf({ ...as('wang', 'handler'), organisation: { id: newId() } })).toBe('dispatch.supervision_order.not_answerer');
    expect({ ...found, ...withoutAnswer(found, null) }).toEqual({ ...opened, state: 'answered', answeredBy: 'wang' });
    expect(withoutAnswer({ ...found, answerDueAt: null }, null).dueAt).toEqual(found.dueAt);
  });

  it('is opened by the red lamp five working days after the red card, which comes eleven after the time to answer', () => {
    const feedbackDueAt = new Date('2026-11-02T00:00:00+08:00');
    const red = supervisedFrom(
      { feedbackDueAt },
      { ...context, policies: { ...context.policies, 'supervision-after-red': { amount: 1, unit: 'hour' } } },
    );
    const later = supervisedFrom({ feedbackDueAt }, context);
    expect(red > feedbackDueAt).toBe(true);
    expect(later > red).toBe(true);
  });
});
