import { describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { type Actor, SYSTEM, unwrap } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import {
  answerCallback,
  attemptCallback,
  CALLBACK_EVENTS,
  type Callback,
  type CallbackStep,
  callbackDueAt,
  giveUp,
  openCallback,
  recordCallback,
  transition,
} from './callback.js';
import { CALLBACK_TRANSITIONS } from './callback.transitions.js';

const now = new Date('2026-11-23T04:00:00Z');
const policy = { attempts: 3, intervalMinutes: 120, rounds: 3 };
const agent: Actor = { id: 'agent', roles: ['callback-agent'], scopes: [], area: '' };
const open = openCallback(EVENTS['intake.request.replied.v1'].example, now);
const answer = { solved: true, satisfaction: 'satisfied', note: null, unsolvedPartIds: null } as const;
const recorded = { ...open, state: 'recorded' } as Callback;

describeMachine(CALLBACK_TRANSITIONS, {
  start: 'open',
  expected: {
    open: {
      attempt: ['open', 'callback-agent'],
      record: ['recorded', 'callback-agent'],
      answer: ['recorded', 'system'],
      'give-up': ['recorded', 'system'],
    },
    recorded: {},
  },
  take: (state, action, actor) => transition({ ...open, state }, action, actor, now),
  dataOf: ({ event, before }: CallbackStep) => CALLBACK_EVENTS[event](giveUp(open, SYSTEM, now).after, { before, at: now }),
  readme: new URL('../../README.md', import.meta.url),
});

describe('an answer', () => {
  it.each([
    [true, 'very-satisfied', 1, 'closed'],
    [true, 'basically-satisfied', 1, 'closed'],
    [true, 'dissatisfied', 1, 'rework'],
    [true, 'very-dissatisfied', 2, 'rework'],
    [false, 'satisfied', 1, 'rework'],
    [false, 'very-dissatisfied', 3, 'closed'],
  ] as const)('solved %s, %s in round %i leads to %s', (solved, satisfaction, round, outcome) => {
    const result = recordCallback({ ...open, round }, { ...answer, solved, satisfaction }, agent, policy, now);
    expect(result).toMatchObject({
      ok: true,
      value: [{ after: { outcome, contacted: true, state: 'recorded', recordedAt: now, version: 2 } }],
    });
  });

  it('of a divided request names the parts that are not solved, which it was asked about; none of them where it is solved', () => {
    const { requestId: part } = EVENTS['intake.request.replied-in-parts.v1'].example.parts[0] as { requestId: string };
    const divided = openCallback(EVENTS['intake.request.replied-in-parts.v1'].example, now);
    expect(divided).toMatchObject({ organisationId: null, parts: EVENTS['intake.request.replied-in-parts.v1'].example.parts });
    const record = (on: Callback, solved: boolean, unsolvedPartIds: string[]) =>
      recordCallback(on, { ...answer, solved, unsolvedPartIds }, agent, policy, now);
    const [step] = unwrap(record(divided, false, [part]));
    expect(CALLBACK_EVENTS['evaluation.callback.recorded.v1'](step.after, { before: divided, at: now })).toMatchObject({
      outcome: 'rework',
      unsolvedPartIds: [part],
    });
    const [last] = unwrap(record({ ...divided, round: 3 }, false, [part]));
    expect(CALLBACK_EVENTS['evaluation.callback.recorded.v1'](last.after, { before: divided, at: now })).not.toHaveProperty(
      'unsolvedPartIds',
    );
    expect(record(divided, true, [part])).toMatchObject({ error: { code: 'evaluation.callback.solved_but_parts_named' } });
    expect(record(divided, false, [open.id])).toMatchObject({ error: { code: 'evaluation.callback.not_its_part' } });
    expect(record(open, false, [part])).toMatchObject({ error: { code: 'evaluation.callback.not_its_part' } });
  });

  it('is not taken twice', () => {
    const result = recordCallback(recorded, answer, agent, policy, now);
    expect(result).toMatchObject({ ok: false, error: { code: 'evaluation.callback.transition_not_allowed' } });
  });

  it('is not taken from anybody else', () => {
    expect(recordCallback(open, answer, SYSTEM, policy, now)).toMatchObject({ ok: false, error: { status: 403 } });
  });
});

it('A callback is due a limit after its opening, while it is open', () => {
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
        { action: 'give-up', after: end, actorId: 'agent', reason: 'not-reached' },
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

it('A callback is given up at once when there is nobody to call', () => {
  const callback = openCallback({ ...EVENTS['intake.request.replied.v1'].example, callbackPossible: false }, now);
  expect(giveUp(callback, SYSTEM, now)).toMatchObject({
    after: { state: 'recorded', possible: false, contacted: false, outcome: 'closed', version: 2 },
    actorId: 'system',
    reason: 'nobody-to-call',
  });
});

describe('an answer through the link', () => {
  it('counts as one that was asked for, and says that it came on the web', () => {
    const result = answerCallback(open, { solved: false, satisfaction: 'dissatisfied', note: null, unsolvedPartIds: null }, policy, now);
    const after = { state: 'recorded', contacted: true, way: 'web', outcome: 'rework' };
    expect(result).toMatchObject({ ok: true, value: [{ after, actorId: 'requester' }] });
    expect(recordCallback(open, answer, agent, policy, now)).toMatchObject({ value: [{ after: { way: 'agent' } }] });
  });

  it('is taken once, and not after an agent has recorded the callback', () => {
    expect(answerCallback(recorded, answer, policy, now)).toMatchObject({
      ok: false,
      error: { code: 'evaluation.callback.answered_already', status: 410 },
    });
  });
});
