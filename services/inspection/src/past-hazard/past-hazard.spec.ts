import { describe, expect, it } from '@jest/globals';
import { differenceOf, faultOfPast, type PastHazard } from './past-hazard.js';

const at = (day: number): Date => new Date(Date.UTC(2025, 2, day));
const PAST: PastHazard = {
  ...{ premisesCode: 'XF-0001', itemCode: 'exit-blocked', severity: 'serious', categoryCode: '130809', state: 'closed' },
  ...{ foundAt: at(3), settledAt: at(10) },
};
const faultOf = (changes: Partial<PastHazard>) => {
  const fault = faultOfPast({ ...PAST, ...changes }, at(20));
  return fault && [fault.code.split('.')[2], fault.pointer];
};

describe('the times of a past hazard', () => {
  it('are when it was found and, then or later, settled', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ settledAt: at(3) })).toBeUndefined(); // on the spot
    expect(faultOf({ settledAt: at(20) })).toBeUndefined(); // just now
  });

  it.each<[Partial<PastHazard>, string, string]>([
    [{ foundAt: at(21), settledAt: at(22) }, 'in_future', '/foundAt'],
    [{ settledAt: at(21) }, 'in_future', '/settledAt'],
    [{ settledAt: at(2) }, 'out_of_order', '/settledAt'],
  ])('are refused where they cannot be: %j', (changes, code, pointer) => {
    expect(faultOf(changes)).toEqual([code, pointer]);
  });
});

describe('two past hazards under one number', () => {
  it('are the same when they say the same', () => {
    expect(differenceOf(PAST, { ...PAST, foundAt: at(3) })).toBeUndefined();
  });

  it.each<[Partial<PastHazard>, string]>([
    [{ premisesCode: 'XF-0002' }, 'premises'],
    [{ itemCode: 'wiring' }, 'item'],
    [{ severity: 'minor' }, 'severity'],
    [{ categoryCode: '130810' }, 'categoryCode'],
    [{ state: 'corrected' }, 'outcome'],
    [{ foundAt: at(2) }, 'foundAt'],
    [{ settledAt: at(11) }, 'settledAt'],
  ])('are another past when one says otherwise: %j', (changes, name) => {
    expect(differenceOf(PAST, { ...PAST, ...changes })).toBe(name);
  });
});
