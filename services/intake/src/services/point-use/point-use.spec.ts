import { describe, expect, it } from '@jest/globals';
import { ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import { isSaidFirst, isSame, overlaps, POINT_USE_EVENTS, recordUse, recounted, type Span, spanFault } from './point-use.js';
import { POINT_USE_TRANSITIONS } from './point-use.transitions.js';

const NOW = new Date('2026-11-22T09:30:00Z'); // 17:30 in the district
const DAY: Span = { day: '2026-11-22', fromHour: null, toHour: null };
const hours = (fromHour: number | null, toHour: number | null): Span => ({ ...DAY, fromHour, toHour });
const counted = recordUse(
  { ...DAY, uses: 46, method: 'tally' },
  { servicePointCode: 'nuanfeng-01', areaCode: '230903011001', countedIn: '230903011001', organisationId: null, recordedBy: 'keeper' },
  NOW,
  POLICIES.presets,
);

describeMachine(POINT_USE_TRANSITIONS, {
  start: 'recorded',
  expected: { recorded: { correct: ['corrected', 'window-clerk', 'grid-worker', 'intake-clerk', 'handler'] }, corrected: {} },
  take: (state, action, actor) => {
    const row = POINT_USE_TRANSITIONS.decide(state, action, actor, { correctableUntil: counted.correctableUntil, now: NOW });
    return row.ok ? ok(stepOf(row.value, { ...counted, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => POINT_USE_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a count of uses of a service point', () => {
  it('is of a whole day or of hours from one up to a later one, which have begun, and not before there was any', () => {
    expect(spanFault(DAY, NOW)).toBeUndefined();
    expect(spanFault(hours(8, 12), NOW)).toBeUndefined();
    expect(spanFault(hours(17, 24), NOW)).toBeUndefined();
    for (const [from, to] of [
      [8, null],
      [null, 12],
      [12, 12],
      [12, 8],
    ] as const)
      expect(spanFault(hours(from, to), NOW)).toBe('hours');
    expect(spanFault(hours(18, 19), NOW)).toBe('not-yet');
    expect(spanFault({ ...DAY, day: '1901-09-05' }, NOW)).toBe('too-early'); // a slip in the year
    expect(spanFault({ ...DAY, day: '2000-01-01' }, NOW)).toBeUndefined();
    expect(spanFault({ ...DAY, day: '2026-11-23' }, NOW)).toBe('not-yet');
    expect(spanFault({ ...DAY, day: '2026-11-23' }, new Date('2026-11-22T16:00:00Z'))).toBeUndefined(); // midnight in the district
  });

  it('counts no hour twice: a day has all of its hours', () => {
    expect(overlaps(hours(8, 12), hours(12, 17))).toBe(false);
    expect(overlaps(hours(12, 17), hours(8, 12))).toBe(false);
    expect(overlaps(hours(8, 12), hours(11, 17))).toBe(true);
    expect(overlaps(DAY, hours(23, 24))).toBe(true);
    expect(overlaps(DAY, DAY)).toBe(true);
  });

  it('is the same one when it says the same of the same hours', () => {
    expect(isSame(counted, { ...DAY, uses: 46, method: 'tally' })).toBe(true);
    expect(isSame(counted, { ...DAY, uses: 47, method: 'tally' })).toBe(false);
    expect(isSame(counted, { ...DAY, uses: 46, method: 'estimate' })).toBe(false);
    expect(isSame(counted, { ...hours(0, 24), uses: 46, method: 'tally' })).toBe(false);
  });

  it('that was set right is the same one when what was said first is sent again, and no other', () => {
    const said = { ...DAY, uses: 46, method: 'tally' } as const;
    expect(isSaidFirst(counted, said)).toBe(false); // it says so yet
    const right = { ...counted, ...recounted(counted, { uses: 64, method: 'door-counter' }) };
    expect(right).toMatchObject({ uses: 64, method: 'door-counter' });
    expect(isSaidFirst(right, said)).toBe(true);
    for (const other of [
      { ...said, uses: 64 },
      { ...said, method: 'estimate' as const },
      { ...said, ...hours(0, 24) },
    ])
      expect(isSaidFirst(right, other)).toBe(false);
  });

  it('is set right within the days of the policy, and stands then', () => {
    const keeper = { id: 'keeper', roles: ['window-clerk'], scopes: [], area: '' } as const;
    const until = counted.correctableUntil;
    expect(until).toEqual(new Date(NOW.getTime() + 31 * 86_400_000));
    const at = (now: Date) => POINT_USE_TRANSITIONS.decide('recorded', 'correct', keeper, { correctableUntil: until, now });
    expect(at(until).ok).toBe(true);
    expect(at(new Date(until.getTime() + 1))).toMatchObject({ error: { code: 'intake.point_use.correction_over' } });
  });
});
