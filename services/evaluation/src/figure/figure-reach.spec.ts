import { describe, expect, it } from '@jest/globals';
import { type Actor, ROLES, type Role } from '@zero-distance/kernel';
import { showAll, withholdFew } from './few.js';
import { type Counts, valuesOf } from './figure.js';
import { figureReach, reachesArea } from './figure-reach.js';
import { FIGURES } from './figures.js';
import { type Period, parsePeriod } from './period.js';

const actor = (roles: readonly Role[], org?: Pick<Actor, 'org' | 'organisation'>): Actor => ({
  id: 'li',
  roles,
  scopes: [],
  area: '230903',
  ...org,
});
const STREET = { org: 'street', organisation: { id: '0190a5c0-7c1e-7000-8000-000000000001', territory: '230903011' } };
const DEPARTMENT = { org: 'department', organisation: { id: '0190a5c0-7c1e-7000-8000-000000000002' } };
const UNREGISTERED = { org: 'somebody' };

describe('whose figures a caller may read', () => {
  it('are those of its own territory, for an organisation that has one, with whatever roles', () => {
    expect(figureReach(actor(ROLES, STREET))).toEqual({ area: '230903011', mayReadFew: false });
  });

  it('are those of its area and never of a few people, for a department with whatever roles', () => {
    expect(figureReach(actor(ROLES, DEPARTMENT))).toEqual({ area: '230903', mayReadFew: false });
  });

  it('are nobody’s for an organisation that is not registered, or whose territory lies beyond the token', () => {
    expect(figureReach(actor(ROLES, UNREGISTERED))).toBeUndefined();
    expect(figureReach({ ...actor(ROLES, STREET), area: '230903012' })).toBeUndefined();
  });

  it.each([
    ['leader', true],
    ['reviewer', true],
    ['appraiser', false],
  ] as const)('hold single days and small areas for a %s who acts for nobody: %s', (role, mayReadFew) => {
    const reach = figureReach(actor([role]));
    expect(reach).toEqual({ area: '230903', mayReadFew });
    expect(reach && reachesArea(reach, '230903011001')).toBe(true);
    expect(reach && reachesArea(reach, '230903011001007')).toBe(mayReadFew);
    expect(reach && reachesArea(reach, '230902')).toBe(false);
  });
});

describe('figures for who does not see the matters', () => {
  const counted = (counts: Counts, text = '2026') => ({
    figures: valuesOf(FIGURES, counts, 30),
    counts,
    period: parsePeriod(text) as Period,
  });
  const counts = new Map([
    ['received', 12],
    ['closed', 4],
    ['callbacks', 10],
    ['to-be-solved', 10],
    ['contacted', 10],
    ['solved', 5],
    ['satisfied', 9],
    ['response-20', 9],
  ]);

  it('have no number below the minimum, of a rate neither those who did nor those who did not, and no time of a few', () => {
    const shown = withholdFew(counted(counts), 5);
    expect(shown.withheld).toEqual(['closed', 'satisfactionRate', 'p90ResponseHours']);
    expect([shown.closed, shown.satisfactionRate, shown.p90ResponseHours]).toEqual([null, null, null]);
    expect(shown).toMatchObject({ received: 12, declined: 0, solvedRate: { numerator: 5, denominator: 10 } });
    expect(shown.medianResponseHours).not.toBeNull();
  });

  it('are all there for who sees them', () => {
    expect(showAll(counted(counts), 5)).toMatchObject({ closed: 4, satisfactionRate: { numerator: 9 }, withheld: [] });
  });

  it('of people in need, nobody is shown those of a few people, however often these were visited', () => {
    const people = { 'care-people-year-high': 4, 'care-people-year-key': 5, 'care-people-month-key': 4 };
    const counts = new Map(
      Object.entries({ ...people, 'care-due-high': 30, 'care-done-high': 30, 'care-due-key': 9, 'care-done-key': 4, closed: 4 }),
    );
    const shown = showAll(counted(counts), 5);
    expect(shown).toMatchObject({ careVisitRateHigh: null, careVisitRateKey: { numerator: 4, denominator: 9 }, closed: 4 });
    expect(shown.careVisitRateGeneral).toMatchObject({ denominator: 0, rate: null });
    expect(shown.withheld).toEqual(['careVisitRateHigh']);
    expect(showAll(counted(counts, '2026-11'), 5).withheld).toEqual(['careVisitRateHigh', 'careVisitRateKey']);
    expect(withholdFew(counted(counts, '2026-11'), 4).withheld).toContain('careVisitRateHigh');
  });
});
