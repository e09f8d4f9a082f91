import { describe, expect, it } from '@jest/globals';
import { type Actor, ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { FINISHED_STATES } from '../request/request.transitions.js';
import {
  announceReceptionDay,
  clockAction,
  counted,
  held,
  presumedHeld,
  RECEPTION_DAY_EVENTS,
  takesMatters,
  wasVisited,
} from './reception-day.js';
import { WITH_RESULT } from './reception-day.store.js';
import { RECEPTION_DAY_TRANSITIONS } from './reception-day.transitions.js';
import { toPublicReceptionDayDto } from './reception-day.view.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const WAITS = { 'reception-hold-days': 7, 'reception-close-days': 90 };
const [startsAt, endsAt] = [new Date('2026-12-01T01:00:00Z'), new Date('2026-12-01T03:00:00Z')];
const said = { areaCode: '230903011001007', host: '社区书记', place: '社区一楼', startsAt, endsAt, topic: null };
const announced = announceReceptionDay(said, NOW, WAITS);

describeMachine(RECEPTION_DAY_TRANSITIONS, {
  start: 'announced',
  expected: {
    announced: {
      correct: ['announced', 'intake-clerk'],
      hold: ['held', 'intake-clerk'],
      'presume-held': ['held', 'system'],
      'call-off': ['called-off', 'intake-clerk'],
      lapse: ['called-off', 'system'],
    },
    held: { hold: ['held', 'intake-clerk'], close: ['closed', 'intake-clerk'], expire: ['closed', 'system'] },
    closed: {},
    'called-off': {},
  },
  take: (state, action, actor) => {
    const row = RECEPTION_DAY_TRANSITIONS.decide(state, action, actor, announced);
    return row.ok ? ok(stepOf(row.value, { ...announced, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => RECEPTION_DAY_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a reception day', () => {
  it('ends by itself when nobody says that it was held, or when its matters take too long', () => {
    expect(announced.nextAt).toEqual(new Date('2026-12-08T03:00:00Z'));
    expect(clockAction(announced)).toBe('lapse');
    expect(held(12, NOW, WAITS)).toEqual({ visitors: 12, nextAt: new Date('2027-02-25T04:00:00Z') });
    expect(clockAction({ ...announced, state: 'held' })).toBe('expire');
  });

  it('was held on its day when somebody came to it, whoever forgot to say so; how many came may be said later, and put right', () => {
    expect(clockAction({ ...announced, matters: 1 })).toBe('presume-held');
    expect(presumedHeld(announced, WAITS)).toEqual({ nextAt: new Date('2027-03-01T03:00:00Z') });
    const clerk = { id: 'c', area: '', scopes: [], roles: ['intake-clerk'] } as Actor;
    expect(RECEPTION_DAY_TRANSITIONS.decide('held', 'hold', clerk, {})).toMatchObject({ ok: true });
    expect(counted(12)).toEqual({ visitors: 12 });
  });

  it('is closed by nobody while a matter of its visitors has no result', () => {
    const clerk = { id: 'c', area: '', scopes: [], roles: ['intake-clerk'] } as Actor;
    const close = (openMatters: number) => RECEPTION_DAY_TRANSITIONS.decide('held', 'close', clerk, { openMatters });
    expect(close(1)).toMatchObject({ ok: false, error: { code: 'intake.reception_day.matters_open' } });
    expect(close(0)).toMatchObject({ ok: true });
  });

  it('counts a matter as open until its request is finished', () => {
    expect(WITH_RESULT).toEqual(FINISHED_STATES);
  });

  it('takes matters of visitors in until it is over', () => {
    const taking = RECEPTION_DAY_TRANSITIONS.states.filter((state) => takesMatters({ ...announced, state }));
    expect(taking).toEqual(['announced', 'held']);
  });

  it('was visited when it has begun and a matter was taken in, not by what was taken in for it before', () => {
    const visited = (matters: number, now: Date) => wasVisited({ ...announced, matters }, now);
    expect([visited(1, startsAt), visited(0, startsAt), visited(1, NOW)]).toEqual([true, false, false]);
  });

  it('is public down to its community, and without how many came', () => {
    const shown = toPublicReceptionDayDto({ ...announced, visitors: 2 });
    expect(shown.areaCode).toBe('230903011001');
    expect(shown).not.toHaveProperty('visitors');
  });
});
