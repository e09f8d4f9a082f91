import { describe, expect, it } from '@jest/globals';
import { ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import { planActivity } from '../activity/activity.js';
import { ACTIVITY_OUTCOME_EVENTS, clockStep, followUpOn, outcomeFault, recordOutcome, type Said } from './activity-outcome.js';
import { ACTIVITY_OUTCOME_TRANSITIONS } from './activity-outcome.transitions.js';

const { presets } = POLICIES;
const NOW = new Date('2026-12-05T04:00:00Z');
const ID = '0190a5c0-7c1e-7000-8000-000000000097';
const fair = planActivity(
  {
    ...{ areaCode: '230903011001', kind: 'job-fair', delivery: null, title: '招聘会', place: '广场', capacity: 60, coOrganiser: null },
    startsAt: new Date('2026-12-05T01:00:00Z'),
    endsAt: new Date('2026-12-05T04:00:00Z'),
    employers: [{ name: '鑫源物业公司', posts: 12 }],
  },
  null,
  NOW,
  presets,
);
const HIRED: Said = { outcome: 'hired', employer: '鑫源物业公司', occurredOn: '2026-12-05', followUpOn: '2027-01-04' };
const of = { activityId: fair.id, bookingId: ID, areaCode: fair.areaCode, organisationId: null };
const hired = recordOutcome(HIRED, of, 'clerk', NOW);

describeMachine(ACTIVITY_OUTCOME_TRANSITIONS, {
  start: 'recorded',
  expected: {
    recorded: {
      confirm: ['confirmed', 'intake-clerk', 'window-clerk'],
      lose: ['lost', 'intake-clerk', 'window-clerk'],
      withdraw: ['withdrawn', 'intake-clerk', 'window-clerk'],
      relocate: ['recorded', 'system'],
      remind: ['recorded', 'system'],
      'leave-open': ['unknown', 'system'],
    },
    confirmed: {},
    lost: {},
    unknown: {},
    withdrawn: {},
  },
  take: (state, action, actor) => {
    const row = ACTIVITY_OUTCOME_TRANSITIONS.decide(state, action, actor, { followUpOn: '2027-01-04', today: '2027-01-04' });
    return row.ok ? ok(stepOf(row.value, { ...hired, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => ACTIVITY_OUTCOME_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('what came of an activity', () => {
  const faultOf = (changes: Partial<Said>, evidence = 1, activity = fair) =>
    outcomeFault({ ...HIRED, ...changes }, activity, { evidence, today: '2026-12-06', policies: presets });

  it('is a hire only with evidence, and with an employer of the job fair', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({}, 0)).toBe('evidence');
    expect(faultOf({ employer: null })).toBe('employer');
    expect(faultOf({ employer: '别家公司' })).toBe('employer');
    expect(faultOf({ outcome: 'need-found' })).toBe('employer');
    expect(faultOf({ outcome: 'need-found', employer: null }, 0)).toBeUndefined();
    expect(faultOf({ employer: null }, 1, { ...fair, kind: 'five-delivery', delivery: 'skills', employers: [] })).toBeUndefined();
  });

  it('happened between the day of the activity and today', () => {
    expect(faultOf({ occurredOn: '2026-12-04' })).toBe('day');
    expect(faultOf({ occurredOn: '2026-12-04' }, 1, { ...fair, heldAt: new Date('2026-12-04T15:30:00Z') })).toBeUndefined(); // doors open before midnight
    expect(faultOf({ occurredOn: '2026-12-07' })).toBe('day');
  });

  it('is asked about again from the day after, a hire from 30 days later on, and a year later at the latest', () => {
    expect(followUpOn('2026-12-05', presets)).toBe('2027-01-04');
    const found = { outcome: 'need-found', employer: null } as const;
    expect(faultOf({ ...found, followUpOn: '2026-12-05' })).toBe('follow-up');
    expect(faultOf({ ...found, followUpOn: '2026-12-06' })).toBeUndefined();
    expect([faultOf({ followUpOn: '2027-01-03' }), faultOf({ followUpOn: '2027-01-04' })]).toEqual(['follow-up', undefined]);
    expect([faultOf({ followUpOn: '2027-12-05' }), faultOf({ followUpOn: '2027-12-06' })]).toEqual([undefined, 'follow-up']);
  });

  it('is a hire only where there are posts', () => {
    const check = { ...fair, kind: 'health-check', employers: [] } as const;
    expect(faultOf({ employer: null }, 1, check)).toBe('kind');
    expect(faultOf({ outcome: 'need-found', employer: null }, 0, check)).toBeUndefined();
  });

  it('is confirmed from its day on, and lost at any time', () => {
    const clerk = { id: 'clerk', roles: ['intake-clerk'], scopes: [], area: '' } as const;
    const decide = (action: 'confirm' | 'lose') =>
      ACTIVITY_OUTCOME_TRANSITIONS.decide('recorded', action, clerk, { followUpOn: '2027-01-04', today: '2027-01-03' });
    expect(decide('confirm')).toMatchObject({ error: { code: 'intake.activity_outcome.too_soon' } });
    expect(decide('lose').ok).toBe(true);
  });

  it('is told of on its day and again, until nobody will ask any more', () => {
    expect(hired.nextAt).toEqual(new Date('2027-01-03T16:00:00Z'));
    const at = (time: string) => clockStep(hired, new Date(time), presets);
    expect(at('2027-01-03T16:00:00Z')).toEqual({ action: 'remind', changes: { nextAt: new Date('2027-01-10T16:00:00Z') } });
    expect(at('2027-04-01T16:00:00Z').changes.nextAt).toEqual(new Date('2027-04-03T16:00:00Z'));
    expect(at('2027-04-03T16:00:00Z').action).toBe('leave-open');
  });
});
