import { describe, expect, it } from '@jest/globals';
import { ok, stepOf } from '@zero-distance/kernel';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import { type Activity, hasPlace, planActivity } from '../activity/activity.js';
import {
  ACTIVITY_BOOKING_EVENTS,
  answerWait,
  bookedMessage,
  bookPlace,
  clockAction,
  offerUntil,
  openBooker,
  personIndexOf,
} from './activity-booking.js';
import { ACTIVITY_BOOKING_TRANSITIONS, type ActivityBookingState } from './activity-booking.transitions.js';

const { presets } = POLICIES;
const NOW = new Date('2026-11-27T04:00:00Z');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);
const KEY = Buffer.alloc(32, 7).toString('base64');
const keys = { ring: new KeyRing(`k1:${KEY}`), index: new BlindIndex(KEY) };

const planned = planActivity(
  {
    ...{ areaCode: '230903011001', kind: 'culture', delivery: null, title: '联欢', place: '广场', capacity: 2, coOrganiser: null },
    ...{ startsAt: hours(48), endsAt: hours(51), employers: [] },
  },
  null,
  NOW,
  presets,
);
const withCounts = (taken: number, waiting = 0, state: Activity['state'] = 'announced'): Activity => ({
  ...planned,
  state,
  counts: { taken, booked: taken, confirmed: 0, waiting, attended: 0 },
});
const said = {
  id: '0190a5c0-7c1e-7000-8000-000000000098',
  number: '230903011001-261127-000017',
  online: true,
  bookedBy: null,
  areaCode: '230903011001',
  lastPlace: 4,
  personIndex: 'hash',
  personMark: '0190a5c0-7c1e-4000-8000-000000000097',
};
const zhang = { name: '张三', phone: '13800001234' };
const booked = bookPlace({ ...said, booker: zhang }, withCounts(1), NOW, keys);
const atState = { booked: 'held', confirmed: 'held', attended: 'held', offered: 'announced', waiting: 'announced' } as const;

describeMachine(ACTIVITY_BOOKING_TRANSITIONS, {
  start: 'waiting',
  expected: {
    waiting: {
      offer: ['offered', 'system'],
      cancel: ['cancelled', 'intake-clerk', 'window-clerk', 'system'],
      'leave-out': ['left-out', 'system'],
      'call-off': ['called-off', 'system'],
    },
    offered: {
      accept: ['booked', 'intake-clerk', 'window-clerk', 'system'],
      cancel: ['cancelled', 'intake-clerk', 'window-clerk', 'system'],
      lapse: ['lapsed', 'system'],
      'call-off': ['called-off', 'system'],
    },
    booked: {
      confirm: ['confirmed', 'intake-clerk', 'window-clerk', 'system'],
      cancel: ['cancelled', 'intake-clerk', 'window-clerk', 'system'],
      attend: ['attended', 'intake-clerk', 'window-clerk'],
      'call-off': ['called-off', 'system'],
      miss: ['absent', 'system'],
      'leave-unconfirmed': ['unconfirmed', 'system'],
    },
    confirmed: {
      cancel: ['cancelled', 'intake-clerk', 'window-clerk', 'system'],
      attend: ['attended', 'intake-clerk', 'window-clerk'],
      'call-off': ['called-off', 'system'],
      miss: ['absent', 'system'],
    },
    attended: { 'take-back': ['booked', 'intake-clerk', 'window-clerk'] },
    absent: {},
    unconfirmed: {},
    'left-out': {},
    lapsed: {},
    cancelled: {},
    'called-off': {},
  },
  take: (state, action, actor) => {
    const moment = {
      nextAt: hours(1),
      activityState: atState[state as 'booked'] ?? 'announced',
      activityStartsAt: hours(2),
      hasOutcome: false,
      now: NOW,
    };
    const row = ACTIVITY_BOOKING_TRANSITIONS.decide(state, action, actor, moment);
    return row.ok ? ok(stepOf(row.value, { ...booked, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => ACTIVITY_BOOKING_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('who books', () => {
  it('has a place where one is free for them, and else is the last on the waiting list', () => {
    expect(booked).toMatchObject({ state: 'booked', place: null });
    expect(bookPlace({ ...said, booker: zhang }, withCounts(2), NOW, keys)).toMatchObject({ state: 'waiting', place: 5 });
  });

  it('comes behind those who wait, also where a place is free: it is theirs', () => {
    expect([withCounts(1, 0), withCounts(1, 1), withCounts(0, 1), withCounts(3, 0)].map(hasPlace)).toEqual([true, false, true, false]);
  });

  it('finds a place at the door until as many have come as there are places', () => {
    const atDoor = (attended: number): Activity => ({
      ...withCounts(2, 0, 'held'),
      counts: { taken: 2, booked: 2, confirmed: 0, waiting: 0, attended },
    });
    expect([hasPlace(atDoor(0)), hasPlace(atDoor(1)), hasPlace(atDoor(2))]).toEqual([true, true, false]);
  });

  it('is the same person by name and telephone, however both are written, and not by the telephone of somebody else', () => {
    const of = (name: string, phone?: string, residentId?: string) =>
      personIndexOf({ name, ...(phone && { phone }), ...(residentId && { residentId }) }, said.id, keys.index);
    expect(of(' 张 三', '+86 138 0000 1234')).toBe(of('张三', '13800001234'));
    expect(of('李四', '13800001234')).not.toBe(of('张三', '13800001234'));
    expect(of('张三', '13800001234', said.id)).toBe(of('张三', '13800001234')); // by their file, or without
    expect(of('张三', undefined, said.id)).not.toBe(of('张三'));
  });

  it('is kept sealed, and is nobody once that is erased', () => {
    expect(JSON.stringify(booked)).not.toContain('张三');
    expect(JSON.stringify(booked)).not.toContain('13800001234');
    expect(openBooker(booked, keys.ring)).toEqual(zhang);
    expect(openBooker({ ...booked, name: null, phone: null }, keys.ring)).toBeUndefined();
  });
});

describe('what somebody is answered who books without a log-in', () => {
  it('leaves at the next quarter of a second, however long it took', () => {
    for (const took of [0, 3.7, 120, 249.9, 250, 251, 777]) expect((took + answerWait(took)) % 250).toBeCloseTo(0);
    expect([answerWait(3), answerWait(249.5), answerWait(250)]).toEqual([247, 250.5, 250]);
  });

  it('is sent to the telephone with the number of the booking, once a day', () => {
    const keyOn = (now: Date) => bookedMessage(booked, now).key;
    expect(keyOn(NOW)).toBe(keyOn(hours(11)));
    expect(keyOn(NOW)).not.toBe(keyOn(hours(12))); // past midnight in Shanghai
  });
});

describe('an offer', () => {
  it('is kept for the hours of the policy, until the activity begins at the latest', () => {
    expect(offerUntil(planned, NOW, presets)).toEqual(hours(24));
    expect(offerUntil(planned, hours(40), presets)).toEqual(hours(48));
  });

  it('is accepted until then, and not at that moment or later', () => {
    const decide = (now: Date, startsAt = hours(48), activityState: Activity['state'] = 'announced') =>
      ACTIVITY_BOOKING_TRANSITIONS.decide(
        'offered',
        'accept',
        { id: 'system', roles: ['intake-clerk'], scopes: [], area: '' },
        {
          ...{ nextAt: hours(24), activityState, activityStartsAt: startsAt, hasOutcome: false, now },
        },
      );
    expect(decide(hours(23)).ok).toBe(true);
    expect(decide(hours(23), hours(48), 'held').ok).toBe(true); // the doors are open, it has not begun
    expect(decide(hours(23), hours(48), 'cancelled')).toMatchObject({ error: { code: 'intake.activity_booking.activity_over' } });
    expect(decide(hours(24))).toMatchObject({ error: { code: 'intake.activity_booking.offer_over' } });
    expect(decide(hours(23), hours(23))).toMatchObject({ error: { code: 'intake.activity_booking.activity_over' } });
  });
});

describe('what the clock of a booking does', () => {
  const does = (state: ActivityBookingState, activity: Activity['state'], now = NOW, name: string | null = 'sealed') =>
    clockAction(
      { state, name, confirmedAt: state === 'confirmed' ? NOW : null },
      { ...planned, state: activity, closedAt: NOW },
      now,
      presets,
    );

  it('ends it as the activity is: called off, left out, or missed', () => {
    expect((['waiting', 'offered', 'booked', 'confirmed'] as const).map((state) => does(state, 'cancelled'))).toEqual(
      Array(4).fill('call-off'),
    );
    expect([does('waiting', 'held'), does('waiting', 'closed'), does('offered', 'held'), does('offered', 'announced')]).toEqual([
      'leave-out',
      'leave-out',
      'lapse',
      'lapse',
    ]);
    expect([does('booked', 'held'), does('booked', 'closed'), does('confirmed', 'closed')]).toEqual(['rest', 'leave-unconfirmed', 'miss']);
    expect(does('waiting', 'announced')).toBe('offer-next');
  });

  it('calls absent who had confirmed, also when they were ticked off by mistake and taken back', () => {
    const closed = { ...planned, state: 'closed', closedAt: NOW } as const;
    expect(clockAction({ state: 'booked', name: 'sealed', confirmedAt: NOW }, closed, NOW, presets)).toBe('miss');
  });

  it('gives up a place of somebody who is erased while the activity goes on, and ends it like any other when that is over', () => {
    const erased = (state: ActivityBookingState, activity: Activity['state']) => does(state, activity, NOW, null);
    expect((['waiting', 'offered', 'booked', 'confirmed'] as const).map((state) => erased(state, 'announced'))).toEqual(
      Array(4).fill('cancel'),
    );
    expect([erased('booked', 'held'), erased('booked', 'cancelled'), erased('confirmed', 'closed')]).toEqual([
      'cancel',
      'call-off',
      'miss',
    ]);
  });

  it('erases who it was when that was kept for its years, of who came from the end of the activity on', () => {
    expect(does('cancelled', 'announced')).toBe('erase');
    expect([does('attended', 'closed'), does('attended', 'closed', new Date('2028-11-27T04:00:00Z'))]).toEqual(['keep', 'erase']);
  });
});
