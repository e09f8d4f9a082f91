import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { newId, ok, stepOf, unwrap } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import type { DecisionContext } from '../../reference/reference.js';
import { openOrder } from '../work-order/work-order.js';
import {
  absent,
  isOverdue,
  isPlacedAs,
  isUnconcluded,
  moved,
  movedInWords,
  notMetYet,
  ownSummons,
  subjectOf,
  tooEarly,
  WHISTLE_EVENTS,
  type Whistle,
  whistle,
  withSummons,
} from './whistle.js';
import { WHISTLE_TRANSITIONS } from './whistle.transitions.js';

const NOW = new Date('2026-10-12T10:00:00+08:00');
const MEET = new Date('2026-10-12T14:00:00+08:00');
const context: DecisionContext = { now: NOW, policies: POLICIES.presets, calendar: makeCalendar() };
const [street, urban, fire] = [newId(), newId(), newId()];
const order = openOrder(
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
const called = whistle(order, { organisationId: street, summoned: [urban, fire], place: '路口', meetAt: MEET }, context);
const arrived = (found: Whistle, id: string, onTime = true): Whistle => ({
  ...found,
  summoned: withSummons(found, id, { arrivedAt: MEET.toISOString(), onTime }),
});

describeMachine(WHISTLE_TRANSITIONS, {
  start: 'called',
  expected: {
    called: {
      arrive: ['called', 'handler'],
      move: ['called', 'handler'],
      miss: ['called', 'system'],
      conclude: ['concluded', 'handler'],
      cancel: ['cancelled', 'handler'],
      end: ['cancelled', 'system'],
      remind: ['called', 'system'],
      correct: ['called', 'system'],
    },
    concluded: { mark: ['concluded', 'handler'], correct: ['concluded', 'system'] },
    cancelled: { correct: ['cancelled', 'system'] },
  },
  take: (state, action, actor) => {
    const found: Whistle = { ...called, state };
    const subject = subjectOf(found, { id: action === 'arrive' ? urban : street }, MEET);
    const row = WHISTLE_TRANSITIONS.decide(state, action, actor, subject);
    const { summoned } = arrived(found, urban);
    return row.ok ? ok(stepOf(row.value, found, actor, { summoned, result: 'agreed' })) : row;
  },
  dataOf: ({ event, before, after }) => WHISTLE_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a whistle', () => {
  it('is to be answered half an hour after the time they meet, by each that was summoned', () => {
    expect(called.arriveBy).toEqual(new Date('2026-10-12T14:30:00+08:00'));
    expect(absent(called)).toEqual([urban, fire]);
    expect(absent(arrived(called, urban))).toEqual([fire]);
  });

  it('is to be concluded by the end of the next working day, and no more once it is', () => {
    expect(called.concludeBy).toEqual(new Date('2026-10-14T00:00:00+08:00'));
    expect([new Date(called.concludeBy.getTime() - 1), called.concludeBy].map((now) => isUnconcluded(called, now))).toEqual([false, true]);
    expect(isUnconcluded({ ...called, state: 'concluded' }, called.concludeBy)).toBe(false);
  });

  it('follows a correction that moves it or hides it, and no other', () => {
    const { areaCode, barredOrganisationIds, barredAccountIds, confidential } = called;
    const place = { areaCode, barredOrganisationIds, barredAccountIds, confidential };
    expect(isPlacedAs(called, place)).toBe(true);
    const others = [{ areaCode: '230903' }, { barredOrganisationIds: [urban] }, { barredAccountIds: ['li'] }, { confidential: true }];
    expect(others.map((other) => isPlacedAs(called, { ...place, ...other }))).toEqual(Array(4).fill(false));
  });

  it('is overdue from then until all have come, or it is concluded', () => {
    expect(isOverdue(called, new Date(called.arriveBy.getTime() - 1))).toBe(false);
    expect(isOverdue(called, called.arriveBy)).toBe(true);
    expect(isOverdue(arrived(arrived(called, urban), fire), called.arriveBy)).toBe(false);
    expect(isOverdue({ ...called, state: 'concluded' }, called.arriveBy)).toBe(false);
  });

  it('is answered once, by who was summoned, and concluded by the street alone', () => {
    const actor = { id: 'li', roles: ['handler' as const], scopes: [], area: '' };
    const codeOf = (action: 'arrive' | 'conclude' | 'cancel', who: string, found = called) => {
      const row = WHISTLE_TRANSITIONS.decide('called', action, actor, subjectOf(found, { id: who }, MEET));
      return row.ok ? undefined : row.error.code;
    };
    expect([codeOf('arrive', urban), codeOf('arrive', street)]).toEqual([undefined, 'dispatch.whistle.not_summoned']);
    expect(codeOf('arrive', urban, arrived(called, urban))).toBe('dispatch.whistle.arrived_already');
    expect([codeOf('conclude', street), codeOf('conclude', urban), codeOf('cancel', urban)]).toEqual([
      undefined,
      'dispatch.whistle.not_caller',
      'dispatch.whistle.not_caller',
    ]);
  });

  describe('before they meet', () => {
    const at = (minutes: number) => new Date(MEET.getTime() + minutes * 60_000);
    const actor = { id: 'li', roles: ['handler' as const], scopes: [], area: '' };
    const codeOf = (action: 'arrive' | 'conclude' | 'move', who: string, minutes: number, found = called) => {
      const now = at(minutes);
      const row = WHISTLE_TRANSITIONS.decide('called', action, actor, subjectOf(found, { id: who }, now));
      return row.ok ? undefined : row.error.code;
    };

    it('nobody arrives earlier than an hour before, and of a whistle from before that rule at any time', () => {
      expect([tooEarly(called, at(-61))?.code, tooEarly(called, at(-60))]).toEqual(['dispatch.whistle.too_early', undefined]);
      expect(tooEarly({ ...called, arriveFrom: null }, at(-9999))).toBeUndefined();
    });

    it('it is concluded when all are there, and otherwise from the time they meet on', () => {
      expect([notMetYet(called, at(-1))?.code, notMetYet(called, at(0))]).toEqual(['dispatch.whistle.not_met_yet', undefined]);
      expect(notMetYet(arrived(called, urban), at(-1))?.code).toBe('dispatch.whistle.not_met_yet');
      expect(notMetYet(arrived(arrived(called, urban), fire), at(-1))).toBeUndefined();
    });

    it('it stands on the work list of who is to come, and of the street, from the call on', () => {
      expect([codeOf('arrive', urban, -9999), codeOf('conclude', street, -9999)]).toEqual([undefined, undefined]);
    });

    it('the street alone moves it, while nobody has come and nobody is late', () => {
      expect([codeOf('move', street, 29), codeOf('move', street, 30)]).toEqual([undefined, 'dispatch.whistle.moved_too_late']);
      expect(codeOf('move', street, -1, arrived(called, fire))).toBe('dispatch.whistle.moved_too_late');
      expect(codeOf('move', urban, -1)).toBe('dispatch.whistle.not_caller');
    });
  });

  it('that is moved is answered and concluded by when it would be if it had been called so, and is moved to something else only', () => {
    const later = new Date('2026-10-13T09:00:00+08:00');
    const anew = whistle(order, { organisationId: street, summoned: [urban, fire], place: '社区', meetAt: later }, context);
    const { meetAt, arriveFrom, arriveBy, concludeBy } = anew;
    expect(unwrap(moved(called, { place: '社区', meetAt: later }, context))).toEqual({
      place: '社区',
      meetAt,
      arriveFrom,
      arriveBy,
      concludeBy,
    });
    expect(unwrap(moved(called, { place: '社区' }, context))).toEqual({ place: '社区' });
    for (const same of [{}, { place: '路口' }, { meetAt: MEET }])
      expect(moved(called, same, context)).toMatchObject({ ok: false, error: { code: 'dispatch.whistle.same_meeting' } });
  });

  it('that is moved says where and when it was, and is, and why', () => {
    const words = movedInWords(called, { place: '社区', meetAt: new Date('2026-10-13T09:00:00+08:00') }, '降雪。');
    expect(words).toMatch(/14:00 路口 → .*09:00 社区：降雪。$/);
  });

  it('of an organisation that is no more is answered by its successor', () => {
    expect(subjectOf(called, { id: newId(), predecessors: [urban] }, MEET)).toMatchObject({
      isCaller: false,
      isSummoned: true,
      hasArrived: false,
    });
    const ofBoth = { id: newId(), predecessors: [urban, fire] };
    expect([called, arrived(called, urban)].map((found) => ownSummons(found, ofBoth)?.organisationId)).toEqual([urban, fire]);
    expect(subjectOf(arrived(called, urban), ofBoth, MEET)).toMatchObject({ hasArrived: false });
    expect(subjectOf(arrived(arrived(called, urban), fire), ofBoth, MEET)).toMatchObject({ hasArrived: true });
  });

  it('tells who has come, who has not, and of an order that is confidential that it is', () => {
    const told = { at: NOW, before: called };
    expect(WHISTLE_EVENTS['dispatch.whistle.arrived.v1'](arrived(called, fire, false), told)).toMatchObject({
      coOrganisationId: fire,
      onTime: false,
    });
    expect(WHISTLE_EVENTS['dispatch.whistle.missed.v1'](arrived(called, fire), told)).toMatchObject({ absentOrganisationIds: [urban] });
    const call = { organisationId: street, summoned: [urban], place: '路口', meetAt: MEET };
    expect([true, null, false].map((confidential) => whistle({ ...order, confidential }, call, context).confidential)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
