import { describe, expect, it } from '@jest/globals';
import { ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import {
  ACTIVITY_EVENTS,
  comingWithin,
  doorsAt,
  freePlaces,
  held,
  isBookable,
  isMoved,
  type Plan,
  planActivity,
  planFault,
} from './activity.js';
import { ACTIVITY_TRANSITIONS } from './activity.transitions.js';
import { toPublicActivityDto } from './activity.view.js';

const { presets } = POLICIES;
const NOW = new Date('2026-11-27T04:00:00Z');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);
const PLAN: Plan = {
  ...{ areaCode: '230903011001', kind: 'job-fair', delivery: null, title: '招聘会', place: '广场', capacity: 3, coOrganiser: null },
  ...{ startsAt: hours(48), endsAt: hours(51), employers: [{ name: '鑫源物业公司', posts: 12 }] },
};
const planned = planActivity(PLAN, null, NOW, presets);

describeMachine(ACTIVITY_TRANSITIONS, {
  start: 'planned',
  expected: {
    planned: {
      correct: ['planned', 'intake-clerk'],
      relocate: ['planned', 'system'],
      announce: ['announced', 'intake-clerk'],
      cancel: ['cancelled', 'intake-clerk'],
      lapse: ['cancelled', 'system'],
    },
    announced: {
      correct: ['announced', 'intake-clerk'],
      relocate: ['announced', 'system'],
      hold: ['held', 'intake-clerk'],
      cancel: ['cancelled', 'intake-clerk'],
      lapse: ['cancelled', 'system'],
    },
    held: { relocate: ['held', 'system'], close: ['closed', 'intake-clerk'], expire: ['closed', 'system'] },
    closed: {},
    cancelled: {},
  },
  take: (state, action, actor) => {
    const row = ACTIVITY_TRANSITIONS.decide(state, action, actor, planned);
    return row.ok ? ok(stepOf(row.value, { ...planned, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => ACTIVITY_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('what is planned', () => {
  it('begins later, ends after it begins, and is no longer, further ahead or larger than the policies say', () => {
    const faultOf = (changes: Partial<Plan>) => planFault({ ...PLAN, ...changes }, NOW, presets);
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ endsAt: hours(48) })).toBe('turned');
    expect(faultOf({ startsAt: NOW })).toBe('over');
    expect(faultOf({ endsAt: hours(48 + 31 * 24) })).toBeUndefined();
    expect(faultOf({ endsAt: hours(49 + 31 * 24) })).toBe('long');
    expect(faultOf({ startsAt: hours(367 * 24), endsAt: hours(367 * 24 + 1) })).toBe('ahead');
    expect(faultOf({ capacity: 2000 })).toBeUndefined();
    expect(faultOf({ capacity: 2001 })).toBe('places');
  });

  it('says which of the five deliveries it is where it is one, and names employers of a job fair alone', () => {
    const faultOf = (changes: Partial<Plan>) => planFault({ ...PLAN, ...changes }, NOW, presets);
    expect(faultOf({ kind: 'five-delivery', employers: [] })).toBe('delivery');
    expect(faultOf({ kind: 'five-delivery', delivery: 'warmth', employers: [] })).toBeUndefined();
    expect(faultOf({ delivery: 'warmth' })).toBe('delivery');
    expect(faultOf({ kind: 'culture' })).toBe('employers');
    expect(faultOf({ employers: [] })).toBeUndefined();
  });
});

describe('what anybody reads of an activity', () => {
  it('is whether places are left, and nothing by which one booking more could be seen before the last', () => {
    const announced = { ...planned, state: 'announced', areaCode: '230903011001001' } as const;
    const of = (taken: number, waiting = 0) =>
      toPublicActivityDto(announced, { taken, booked: taken, confirmed: 0, waiting, attended: 0 }, NOW);
    expect(of(1)).toEqual(of(2));
    expect(of(3)).toEqual(of(3, 7));
    expect([of(2).full, of(3).full, of(2, 1).full]).toEqual([false, true, true]); // a place that somebody waits for is theirs
    expect(of(0)).toMatchObject({ areaCode: '230903011001', bookable: true });
  });

  it('is looked for by days of the district, from now on at the earliest', () => {
    expect(comingWithin({}, NOW)).toEqual({ from: NOW });
    expect(comingWithin({ from: '2026-11-27', until: '2026-11-27' }, NOW)).toEqual({ from: NOW, until: new Date('2026-11-27T16:00:00Z') });
    expect(comingWithin({ from: '2026-12-01' }, NOW)).toEqual({ from: new Date('2026-11-30T16:00:00Z') });
  });
});

describe('an activity', () => {
  it('is given up days after its end where nobody held it, and ends days after its end where nobody closes it', () => {
    expect(planned.nextAt).toEqual(hours(51 + 7 * 24));
    expect(held(planned, hours(48), presets).nextAt).toEqual(hours(51 + 30 * 24));
    expect(held(planned, hours(60), presets).nextAt).toEqual(hours(60 + 30 * 24));
  });

  it('has its doors open hours before it begins, and is booked until it begins', () => {
    expect(doorsAt(planned, presets)).toEqual(hours(46));
    const announced = { ...planned, state: 'announced' } as const;
    expect([hours(47), hours(48)].map((now) => isBookable(announced, now))).toEqual([true, false]);
    expect(isBookable(planned, NOW)).toBe(false);
  });

  it('has fewer places than none where fewer were left than had been booked', () => {
    const counts = { taken: 5, booked: 5, confirmed: 0, waiting: 0, attended: 0 };
    expect(freePlaces({ capacity: 3, counts })).toBe(-2);
    expect(freePlaces({ capacity: 3 })).toBe(3);
  });

  it('has moved when an announced one has another place or begins at another time', () => {
    const announced = { ...planned, state: 'announced' } as const;
    expect(isMoved(announced, { ...announced, place: '礼堂' })).toBe(true);
    expect(isMoved(announced, { ...announced, startsAt: hours(49) })).toBe(true);
    expect(isMoved(announced, { ...announced, capacity: 9, title: '专场' })).toBe(false);
    expect(isMoved(planned, { ...planned, place: '礼堂' })).toBe(false);
  });
});
