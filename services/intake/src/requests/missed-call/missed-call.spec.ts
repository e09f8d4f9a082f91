import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Actor, ok, stepOf } from '@zero-distance/kernel';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { describeMachine } from '@zero-distance/testing/machine';
import {
  attempted,
  clockAction,
  ended,
  givenUpAt,
  isOverdue,
  isTriedEnough,
  MISSED_CALL_EVENTS,
  openNumber,
  recordMissedCall,
  repeated,
} from './missed-call.js';
import { MISSED_CALL_TRANSITIONS } from './missed-call.transitions.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const CALLED = new Date('2026-11-27T03:50:00Z');
const POLICIES = { 'missed-call-limit': 24, 'missed-call-attempts': 3, 'missed-call-interval': 60, 'missed-call-days': 7 };
const ring = new KeyRing(`k1:${randomBytes(32).toString('base64')}`);
const index = new BlindIndex(randomBytes(32).toString('base64'));
const record = (phone?: string) =>
  recordMissedCall(
    { areaCode: '230903', line: '12345', calledAt: CALLED, phone },
    { recordedBy: null, now: NOW },
    { ring, index },
    POLICIES,
  );
const missed = record('13800001234');
const CLERK = { id: 'clerk', roles: ['intake-clerk'], areaCode: '', scopes: [] } as unknown as Actor;

describeMachine(MISSED_CALL_TRANSITIONS, {
  start: 'open',
  expected: {
    open: {
      repeat: ['open', 'system'],
      attempt: ['open', 'intake-clerk'],
      'call-back': ['called-back', 'intake-clerk'],
      remind: ['open', 'system'],
      'give-up': ['unreached', 'system'],
    },
    'called-back': {},
    unreached: {},
  },
  take: (state, action, actor) => {
    const row = MISSED_CALL_TRANSITIONS.decide(state, action, actor, { ...missed, now: NOW });
    return row.ok ? ok(stepOf(row.value, { ...missed, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => MISSED_CALL_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a missed call', () => {
  it('is to be called back within the limit from the first call, however often the same number calls again', () => {
    expect(missed.dueAt).toEqual(new Date('2026-11-28T03:50:00Z'));
    expect(repeated(missed, NOW, POLICIES)).toEqual({ calls: 2, lastCalledAt: NOW });
    expect(repeated({ ...missed, lastCalledAt: NOW }, CALLED, POLICIES)).toEqual({ calls: 2, lastCalledAt: NOW });
  });

  it('is due earlier when an earlier call is told late, before it was told of as overdue and after', () => {
    const before = new Date('2026-11-27T01:00:00Z');
    const dueAt = new Date('2026-11-28T01:00:00Z');
    expect(repeated(missed, before, POLICIES)).toEqual({ calls: 2, calledAt: before, lastCalledAt: CALLED, dueAt, nextAt: dueAt });
    const reminded = { ...missed, nextAt: givenUpAt(missed, POLICIES) };
    expect(repeated(reminded, before, POLICIES)).toMatchObject({ dueAt, nextAt: givenUpAt({ dueAt }, POLICIES) });
    expect(repeated(missed, before, { ...POLICIES, 'missed-call-limit': 48 })).toMatchObject({ dueAt: missed.dueAt });
  });

  it('is overdue from the time it is due until it is over', () => {
    expect(isOverdue(missed, new Date(missed.dueAt.getTime() - 1))).toBe(false);
    expect(isOverdue(missed, missed.dueAt)).toBe(true);
    expect(isOverdue({ ...missed, state: 'called-back' }, missed.dueAt)).toBe(false);
  });

  it('is told of when it is due, and given up when days later nobody has called back', () => {
    expect(clockAction(missed)).toBe('remind');
    const later = givenUpAt(missed, POLICIES);
    expect(later).toEqual(new Date('2026-12-05T03:50:00Z'));
    expect(clockAction({ ...missed, nextAt: later })).toBe('give-up');
  });

  it('is tried again an hour later, and not to the millisecond before', () => {
    const tried = { ...missed, ...attempted(missed, POLICIES, NOW) };
    const attempt = (now: string) => MISSED_CALL_TRANSITIONS.decide('open', 'attempt', CLERK, { ...tried, now: new Date(now) });
    expect(tried).toMatchObject({ attempts: 1, attemptNotBefore: new Date('2026-11-27T05:00:00Z') });
    expect(attempt('2026-11-27T04:59:59.999Z')).toMatchObject({
      error: { code: 'intake.missed_call.attempt_too_soon', params: { notBefore: '2026-11-27T05:00:00.000Z', retryAfterSeconds: 1 } },
    });
    expect(attempt('2026-11-27T05:00:00Z')).toMatchObject({ ok: true });
  });

  it('is tried as often as the policy says', () => {
    expect(isTriedEnough({ ...missed, attempts: 2 }, POLICIES)).toBe(false);
    expect(isTriedEnough({ ...missed, attempts: 3 }, POLICIES)).toBe(true);
  });

  it('keeps the number sealed, found by its keyed hash, and not at all once it is over', () => {
    expect(missed).toMatchObject({ phoneMasked: '138****1234', phone: expect.not.stringContaining('13800001234') });
    expect(missed.phoneIndex).toBe(record('138 0000 1234').phoneIndex);
    expect(openNumber(missed, ring)).toBe('13800001234');
    expect({ ...missed, ...ended(NOW) }).toMatchObject({ phone: null, phoneMasked: null, phoneIndex: null, nextAt: null, endedAt: NOW });
    expect(openNumber({ ...missed, ...ended(NOW) }, ring)).toBeUndefined();
    expect(record()).toMatchObject({ phone: null, phoneMasked: null, phoneIndex: null });
  });

  it('says in its last event whether it was called back in time', () => {
    const after = { ...missed, state: 'called-back' as const, outcome: 'answered' as const };
    const told = (at: Date) => MISSED_CALL_EVENTS['intake.missed-call.called-back.v1'](after, { before: missed, at });
    expect(told(missed.dueAt)).toMatchObject({ inTime: true, outcome: 'answered', requestId: null });
    expect(told(new Date(missed.dueAt.getTime() + 1))).toMatchObject({ inTime: false });
  });
});
