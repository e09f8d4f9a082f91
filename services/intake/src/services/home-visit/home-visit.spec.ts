import { describe, expect, it } from '@jest/globals';
import { ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import type { CasePolicies } from '../../policy/case-policy.js';
import { ended, HOME_VISIT_EVENTS, isOverdue, momentOf, moved, planVisit, reminded, slotFault, takenBack, wentAt } from './home-visit.js';
import { HOME_VISIT_TRANSITIONS } from './home-visit.transitions.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);
const POLICIES: CasePolicies = {
  ...{
    'case-wait-days': 30,
    'case-lapse-notice-days': 5,
    'case-remind-days': 3,
    'case-years': 10,
    'poor-rating-days': 5,
    'case-take-back-days': 7,
    'case-rate-days': 30,
    'home-visit-hours': 4,
  },
};
const slot = (from: number, until: number) => ({ workerId: 'li', startsAt: hours(from), endsAt: hours(until) });
const agreed = {
  ...{
    areaCode: '230903011001',
    organisationId: null,
    residentId: '0190a5c0-7c1e-7000-8000-000000000097',
    serviceCaseId: null,
    requestId: null,
  },
  cause: 'disabled',
} as const;
const planned = planVisit({ ...agreed, ...slot(0, 2) }, NOW);
const GOERS = ['grid-worker', 'window-clerk', 'care-worker'] as const;

describeMachine(HOME_VISIT_TRANSITIONS, {
  start: 'planned',
  expected: {
    planned: {
      move: ['planned', ...GOERS, 'intake-clerk'],
      complete: ['done', ...GOERS],
      miss: ['not-met', ...GOERS],
      relocate: ['planned', 'system'],
      cancel: ['cancelled', ...GOERS, 'intake-clerk', 'system'],
      remind: ['planned', 'system'],
    },
    done: { 'take-back': ['planned', ...GOERS] },
    'not-met': { 'take-back': ['planned', ...GOERS] },
    cancelled: {},
  },
  take: (state, action, actor) => {
    const row = HOME_VISIT_TRANSITIONS.decide(state, action, actor, momentOf({ ...planned, takeBackUntil: hours(1) }, NOW));
    return row.ok ? ok(stepOf(row.value, { ...planned, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => HOME_VISIT_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('a home visit', () => {
  it('is agreed for a few hours that are not over, and no further ahead than a service may be ordered', () => {
    const fault = (from: number, until: number) => slotFault(slot(from, until), NOW, 4, 60);
    expect([fault(0, 4), fault(-1, 1), fault(24 * 60 - 1, 24 * 60)]).toEqual([undefined, undefined, undefined]);
    expect([fault(2, 2), fault(2, 1), fault(-2, 0), fault(0, 4.1)]).toEqual(Array(4).fill('turned'));
    expect(fault(24 * 60, 24 * 60 + 1)).toBe('ahead');
  });

  it('comes to nothing before it has begun', () => {
    const grid = { id: 'li', roles: ['grid-worker'], scopes: [], area: '' } as const;
    const done = (at: Date) => HOME_VISIT_TRANSITIONS.decide('planned', 'complete', grid, momentOf(planned, at)).ok;
    expect([done(hours(-0.1)), done(NOW)]).toEqual([false, true]);
  });

  it('is agreed as before once what came of it is taken back within a week, where they live by then, and is told of again in its turn', () => {
    const done = { ...planned, state: 'done' as const, ...ended(NOW, POLICIES, NOW) };
    const grid = { id: 'li', roles: ['grid-worker'], scopes: [], area: '' } as const;
    const back = (at: Date, found = done) => HOME_VISIT_TRANSITIONS.decide('done', 'take-back', grid, momentOf(found, at)).ok;
    expect([back(hours(24 * 7 - 1)), back(hours(24 * 7))]).toEqual([true, false]);
    expect(back(NOW, { ...done, takeBackUntil: null } as never)).toBe(false); // whom it was for is erased
    expect({ ...done, ...takenBack(done, planned.areaCode, hours(1), POLICIES) }).toEqual({ ...planned, state: 'done' });
    expect(takenBack(done, '230903011002', hours(3), POLICIES)).toMatchObject({ areaCode: '230903011002', nextAt: hours(75) });
  });

  it('is overdue once its time is over, is told of again, and counts anew when it is moved', () => {
    expect([isOverdue(planned, hours(1)), isOverdue(planned, hours(2))]).toEqual([false, true]);
    expect(reminded(NOW, POLICIES)).toEqual({ nextAt: hours(72) });
    const after = { ...planned, ...moved(slot(5, 6)) };
    expect([isOverdue(after, hours(3)), after.nextAt]).toEqual([false, hours(6)]);
  });

  it('counts in the time that was agreed, however long after that it is registered, unless somebody says when they went', () => {
    expect([wentAt(planned, hours(1)), wentAt(planned, hours(24 * 32))]).toEqual([hours(1), hours(2)]);
    expect(wentAt(planned, hours(24 * 32), hours(3))).toEqual(hours(3));
  });

  it('names who is to go, and who was to before, where that is somebody else', () => {
    const moved = HOME_VISIT_EVENTS['intake.home-visit.moved.v1'];
    expect(moved({ ...planned, workerId: 'wang' }, { before: planned, at: NOW })).toMatchObject({ workerId: 'wang', formerWorkerId: 'li' });
    expect(moved(planned, { before: planned, at: NOW })).not.toHaveProperty('formerWorkerId');
  });

  it('that is over is kept for years, with when somebody went', () => {
    expect(ended(NOW, POLICIES, NOW)).toMatchObject({ visitedAt: NOW, endedAt: NOW, nextAt: new Date('2036-11-27T04:00:00Z') });
    expect(ended(NOW, POLICIES).visitedAt).toBeNull();
  });
});
