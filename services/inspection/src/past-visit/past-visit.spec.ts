import { describe, expect, it } from '@jest/globals';
import { differenceOf } from './past-visit.js';

const PAST = {
  ...{ premisesCode: 'XF-0001', gridWorker: 'WG-0113', police: null, passed: false, hazardCount: 1 },
  visitedAt: new Date('2025-03-07T02:00:00Z'),
};

describe('two past visits under one number', () => {
  it('are the same when they say the same', () => {
    expect(differenceOf(PAST, { ...PAST, visitedAt: new Date(PAST.visitedAt) })).toBeUndefined();
  });

  it.each<[Partial<typeof PAST> | { police: string }, string]>([
    [{ premisesCode: 'XF-0002' }, 'premises'],
    [{ gridWorker: 'WG-0114' }, 'gridWorker'],
    [{ police: 'FJ-0007' }, 'police'],
    [{ hazardCount: 2 }, 'hazards'],
    [{ visitedAt: new Date('2025-03-08T02:00:00Z') }, 'visitedAt'],
    [{ visitedAt: new Date('2025-03-07T02:00:00.001Z') }, 'visitedAt'],
  ])('are another past when one says otherwise: %j', (changes, name) => {
    expect(differenceOf(PAST, { ...PAST, ...changes })).toBe(name);
  });
});
