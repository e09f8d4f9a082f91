import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkEventData, EVENTS } from '@zero-distance/contracts';
import { type Actor, ROLES, reachableStates, SYSTEM, transitionsMarkdown, unwrap } from '@zero-distance/kernel';
import {
  attemptCallback,
  CALLBACK_EVENTS,
  type Callback,
  callbackDueAt,
  giveUp,
  openCallback,
  recordCallback,
  transition,
} from './callback.js';
import { CALLBACK_TRANSITIONS, type CallbackAction, type CallbackState } from './callback.transitions.js';

const now = new Date('2026-11-23T04:00:00Z');
const policy = { attempts: 3, intervalMinutes: 120, rounds: 3 };
const agent: Actor = { id: 'agent', roles: ['callback-agent'], scopes: [], area: '' };
const open = openCallback(EVENTS['intake.request.replied.v1'].example, now);
const answer = { solved: true, satisfaction: 'satisfied', note: null } as const;
const recorded = { ...open, state: 'recorded' } as Callback;

describe('the state table', () => {
  const allowed: Record<string, readonly string[]> = {
    'attempt open': ['callback-agent'],
    'record open': ['callback-agent'],
    'give-up open': ['system'],
  };
  const states: CallbackState[] = ['open', 'recorded'];
  const actions: CallbackAction[] = ['attempt', 'record', 'give-up'];
  const matrix = states.flatMap((state) =>
    actions.flatMap((action) => [...ROLES, 'system' as const].map((role) => ({ state, action, role }))),
  );

  it.each(matrix)('$action from $state by $role', ({ state, action, role }) => {
    const step = transition({ ...open, state }, action, { ...agent, roles: [role] }, now);
    expect(step.ok).toBe(allowed[`${action} ${state}`]?.includes(role) ?? false);
  });

  it('reaches every state and tells only of known events', () => {
    expect(reachableStates(CALLBACK_TRANSITIONS, 'open')).toEqual(new Set(states));
    const { after } = giveUp(open, now);
    for (const { event } of CALLBACK_TRANSITIONS.rows) checkEventData(event, CALLBACK_EVENTS[event](after, now));
  });

  it('stands in the README as in the code', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const table = /<!-- transitions:start -->\n+([\s\S]*?)\n+<!-- transitions:end -->/.exec(readme)?.[1];
    expect(cellsOf(table ?? '')).toEqual(cellsOf(transitionsMarkdown(CALLBACK_TRANSITIONS)));
  });
});

/** The words of a table, however it is padded. */
const cellsOf = (table: string): string[] => table.split(/[|\s-]*\|[|\s-]*|\n/).filter(Boolean);

describe('an answer', () => {
  it.each([
    [true, 'very-satisfied', 1, 'closed'],
    [true, 'basically-satisfied', 1, 'closed'],
    [true, 'dissatisfied', 1, 'rework'],
    [true, 'very-dissatisfied', 2, 'rework'],
    [false, 'satisfied', 1, 'rework'],
    [false, 'very-dissatisfied', 3, 'closed'],
  ] as const)('solved %s, %s in round %i leads to %s', (solved, satisfaction, round, outcome) => {
    const result = recordCallback({ ...open, round }, { solved, satisfaction, note: null }, agent, policy, now);
    expect(result).toMatchObject({
      ok: true,
      value: [{ after: { outcome, contacted: true, state: 'recorded', recordedAt: now, version: 2 } }],
    });
  });

  it('is not taken twice', () => {
    const result = recordCallback(recorded, answer, agent, policy, now);
    expect(result).toMatchObject({ ok: false, error: { code: 'evaluation.callback.transition_not_allowed' } });
  });

  it('is not taken from anybody else', () => {
    expect(recordCallback(open, answer, SYSTEM, policy, now)).toMatchObject({ ok: false, error: { status: 403 } });
  });
});

it('is due a limit after its opening, while it is open', () => {
  expect(callbackDueAt(open, 72)).toEqual(new Date('2026-11-26T04:00:00Z'));
  expect(callbackDueAt(recorded, 72)).toBeNull();
});

describe('an attempt', () => {
  it('counts, and leaves the callback open', () => {
    expect(attemptCallback(open, agent, policy, now)).toMatchObject({
      ok: true,
      value: [{ after: { state: 'open', attempts: 1, version: 2, outcome: null } }],
    });
  });

  it('counts only after the least interval, and says from when', () => {
    const [attempted] = unwrap(attemptCallback(open, agent, policy, now)).map(({ after }) => after);
    const again = (minutes: number) => attemptCallback(attempted as Callback, agent, policy, new Date(now.getTime() + minutes * 60_000));
    expect(again(119)).toMatchObject({
      error: { code: 'evaluation.callback.attempt_too_soon', params: { notBefore: '2026-11-23T06:00:00.000Z', retryAfterSeconds: 60 } },
    });
    expect(again(120)).toMatchObject({ value: [{ after: { attempts: 2 } }] });
    expect(recordCallback(attempted as Callback, answer, agent, policy, now).ok).toBe(true);
  });

  it('ends the callback when it is the last: not reached is neither solved nor satisfied', () => {
    const result = attemptCallback({ ...open, attempts: 2, version: 3 }, agent, policy, now);
    const end = { state: 'recorded', attempts: 3, version: 5, contacted: false, solved: null, satisfaction: null, outcome: 'closed' };
    expect(result).toMatchObject({
      ok: true,
      value: [
        { action: 'attempt', after: { state: 'open', version: 4 } },
        { action: 'give-up', after: end },
      ],
    });
  });

  it('ends the callback when the policy has come to ask for fewer', () => {
    expect(attemptCallback({ ...open, attempts: 4 }, agent, policy, now)).toMatchObject({
      ok: true,
      value: [{ action: 'attempt' }, { action: 'give-up' }],
    });
  });
});

it('is given up at once when there is nobody to call', () => {
  const callback = openCallback({ ...EVENTS['intake.request.replied.v1'].example, callbackPossible: false }, now);
  const { after } = giveUp(callback, now);
  expect(after).toMatchObject({ state: 'recorded', possible: false, contacted: false, outcome: 'closed', version: 2 });
});
