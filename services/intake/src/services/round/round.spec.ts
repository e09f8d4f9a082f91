import { describe, expect, it } from '@jest/globals';
import { startOf } from '@zero-distance/calendar';
import { DAY_MS, ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import { type Question, questionFault } from './question.js';
import { clockStep, closed, daysFault, extended, isOverdue, planRound, ROUND_EVENTS, type Round } from './round.js';
import { ROUND_TRANSITIONS } from './round.transitions.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const END = startOf('2026-12-21');
const PRESETS = POLICIES.presets;
const PLAN = { areaCode: '230903011001', title: '冬季敲门', fromOn: '2026-11-27', untilOn: '2026-12-20', questions: [] };
const planned = planRound(PLAN, null, NOW);
const open: Round = { ...planned, state: 'open', openedAt: NOW };
const days = (count: number, from = END) => new Date(from.getTime() + count * DAY_MS);

const CLERK = 'intake-clerk';
describeMachine(ROUND_TRANSITIONS, {
  start: 'planned',
  expected: {
    planned: { correct: ['planned', CLERK], open: ['open', CLERK], cancel: ['cancelled', CLERK], lapse: ['cancelled', 'system'] },
    open: { extend: ['open', CLERK], remind: ['open', 'system'], close: ['closed', CLERK], expire: ['closed', 'system'] },
    closed: {},
    cancelled: {},
  },
  take: (state, action, actor) => {
    const row = ROUND_TRANSITIONS.decide(state, action, actor, planned);
    return row.ok ? ok(stepOf(row.value, { ...planned, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => {
    const counts = { targets: 60, met: 41, left: 7, grids: [{ areaCode: '230903011001001', targets: 60 }] };
    return ROUND_EVENTS[event]({ ...after, counts }, { before, at: NOW });
  },
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a door-knocking round', () => {
  it('is over when its last day is, and overdue from then on until somebody closes it', () => {
    expect(planned).toMatchObject({ endsAt: END, nextAt: END });
    expect(isOverdue(open, new Date(END.getTime() - 1))).toBe(false);
    expect([isOverdue(open, END), isOverdue({ ...open, state: 'closed' }, END), isOverdue(planned, END)]).toEqual([true, false, false]);
  });

  it('is given up where nobody opened it, told of again while nobody closes it, and ends unexplained when that takes too long', () => {
    expect(clockStep(planned, END, PRESETS)).toEqual({ action: 'lapse', changes: { nextAt: null } });
    expect(clockStep(open, END, PRESETS)).toEqual({ action: 'remind', changes: { nextAt: days(3) } });
    expect(clockStep(open, days(28), PRESETS)).toEqual({ action: 'remind', changes: { nextAt: days(30) } });
    const ended = { action: 'expire', changes: { explanation: null, closedAt: days(30) } };
    expect(clockStep(open, days(30), PRESETS)).toMatchObject(ended);
  });

  it('has more time from the end of its new last day', () => {
    expect(extended('2026-12-31')).toEqual({ untilOn: '2026-12-31', endsAt: startOf('2027-01-01'), nextAt: startOf('2027-01-01') });
  });

  it('has its addresses erased years after its end', () => {
    const after = closed('外出务工', NOW, PRESETS);
    expect(after).toEqual({ explanation: '外出务工', closedAt: NOW, nextAt: new Date('2028-11-27T04:00:00Z') });
  });

  it('lasts from its first day to its last, which is not over, and no longer than the policy says', () => {
    const fault = (fromOn: string, untilOn: string) => daysFault({ fromOn, untilOn }, '2026-11-27', 30);
    expect(fault('2026-11-27', '2026-11-27')).toBeUndefined();
    expect(fault('2026-11-20', '2026-12-19')).toBeUndefined();
    expect(fault('2026-11-20', '2026-12-20')).toBe('long');
    expect(fault('2026-11-28', '2026-11-27')).toBe('before');
    expect(fault('2026-11-20', '2026-11-26')).toBe('over');
  });
});

describe('questions at the door', () => {
  const ask = (code: string, changes: Partial<Question> = {}): Question => ({ code, zh: '问', en: 'ask', kind: 'yes-no', ...changes });
  const choice = (code: string) => ({ code, zh: '选', en: 'choice' });

  it('have each a code of their own, and choices where there is something to choose', () => {
    expect(questionFault([ask('a'), ask('b', { kind: 'choice', choices: [choice('x'), choice('y')] })])).toBeUndefined();
    expect(questionFault([])).toBeUndefined();
  });

  it('are refused with a code twice, a single choice, or choices of what is no choice', () => {
    expect(questionFault([ask('a'), ask('b'), ask('a')])).toEqual({ code: 'twice', pointer: '/questions/2/code' });
    const wrong: Partial<Question>[] = [
      { kind: 'choice', choices: [choice('x')] },
      { kind: 'choice' },
      { choices: [choice('x'), choice('y')] },
    ];
    for (const changes of wrong) expect(questionFault([ask('a', changes)])).toEqual({ code: 'choices', pointer: '/questions/0/choices' });
    const twice = { kind: 'choice', choices: [choice('x'), choice('x')] } as const;
    expect(questionFault([ask('a', twice)])).toEqual({ code: 'twice', pointer: '/questions/0/choices/1/code' });
  });
});
