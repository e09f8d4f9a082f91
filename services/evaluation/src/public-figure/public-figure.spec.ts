import { describe, expect, it } from '@jest/globals';
import { lastReleasable, publicFiguresOf, releaseOf } from './public-figure.js';

const POLICY = { minimum: 5, smallSample: 30 };
const [A, B, C] = ['230903011001', '230903011002', '230903011003'];
const counts = (of: Record<string, number>) => new Map(Object.entries(of));
const released = (own: Record<string, Record<string, number>>) =>
  new Map(releaseOf(new Map(Object.entries(own).map(([area, of]) => [area, counts(of)])), POLICY.minimum).map((each) => [each.area, each]));

describe('a month as it is released', () => {
  it('sums every area up to the whole', () => {
    const areas = released({ [A]: { received: 7 }, [B]: { received: 9 } });
    expect([...areas.keys()].sort()).toEqual(['', '230903', '230903011', A, B]);
    expect([areas.get('230903011')?.counts.get('received'), areas.get('')?.counts.get('received')]).toEqual([16, 16]);
  });

  it('shows the callbacks of an area whose satisfaction it withholds, and never the other way round', () => {
    const of = (callbacks: number, satisfied: number) => ({
      callbacks,
      'to-be-solved': callbacks,
      contacted: callbacks,
      solved: callbacks,
      satisfied,
    });
    const areas = released({ [A]: of(20, 18), [B]: of(20, 10), [C]: of(40, 20) });
    expect(areas.get(A)?.withheld).toEqual(['satisfactionRate']);
    expect(areas.get(B)?.withheld).toEqual(['satisfactionRate']);
    expect(areas.get(C)?.withheld).toEqual([]);
    const few = released({ [A]: of(3, 0), [B]: of(8, 8), [C]: of(9, 9) });
    const all = ['callbacks', 'responseRate', 'solvedRate', 'satisfactionRate'];
    expect([few.get(A)?.withheld, few.get(B)?.withheld, few.get(C)?.withheld]).toEqual([all, all, []]);
  });
});

describe('public figures', () => {
  const month = { counts: counts({ received: 12, closed: 0, callbacks: 8, satisfied: 8 }), withheld: [] };

  it('are null and named when they are withheld, and only null when there is nothing to divide by', () => {
    const figures = publicFiguresOf([{ ...month, withheld: ['satisfactionRate'] }], POLICY);
    expect(figures).toMatchObject({ received: 12, closed: 0, satisfactionRate: null, closingRate: null, withheld: ['satisfactionRate'] });
  });

  it('of a year are those that are published of each of its months, so that no month is told by subtracting the others', () => {
    const figures = publicFiguresOf([month, { ...month, withheld: ['received'] }], POLICY);
    expect(figures).toMatchObject({ received: null, callbacks: 16, satisfactionRate: 1, withheld: ['received'] });
  });

  it('tell no percentile beyond which fewer than the minimum lie', () => {
    const of = (answers: number) => publicFiguresOf([{ counts: counts({ 'response-010': answers }), withheld: [] }], POLICY);
    expect(of(8)).toMatchObject({ medianResponseHours: null, withheld: ['medianResponseHours', 'p90ResponseHours'] });
    expect(of(9).withheld).toEqual(['p90ResponseHours']);
    expect(of(50).withheld).toEqual([]);
    expect(of(0)).toMatchObject({ medianResponseHours: null, withheld: [] });
  });

  it('are marked as a small sample below its policy, and when their number is withheld', () => {
    expect(publicFiguresOf([{ counts: counts({ callbacks: 30 }), withheld: [] }], POLICY).smallSample).toBe(false);
    expect(publicFiguresOf([{ counts: counts({ callbacks: 30 }), withheld: ['callbacks'] }], POLICY).smallSample).toBe(true);
  });
});

it('A month is released an hour after it is over in Shanghai, and never the one under way', () => {
  expect(lastReleasable(new Date('2026-11-30T16:59:59Z'))).toBe('2026-10');
  expect(lastReleasable(new Date('2026-11-30T17:00:00Z'))).toBe('2026-11');
  expect(lastReleasable(new Date('2027-01-15T00:00:00Z'))).toBe('2026-12');
});
