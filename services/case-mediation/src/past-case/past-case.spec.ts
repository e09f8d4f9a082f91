import { describe, expect, it } from '@jest/globals';
import { differenceOf, faultOfPast, type PastCase } from './past-case.js';

const at = (day: number): Date => new Date(Date.UTC(2025, 2, day));
const PAST: PastCase = {
  ...{ areaCode: '230903011001', caseType: 'neighbours', difficulty: 'simple', state: 'performed' },
  ...{ appliedAt: at(3), acceptedAt: at(4), concludedAt: at(10) },
};
const faultOf = (changes: Partial<PastCase>) => {
  const fault = faultOfPast({ ...PAST, ...changes }, at(20));
  return fault && [fault.code.split('.')[2], fault.pointer];
};

describe('the times of a past case', () => {
  it('fit what became of it', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ state: 'declined', acceptedAt: null })).toBeUndefined();
    expect(faultOf({ state: 'terminated', acceptedAt: null })).toBeUndefined();
    expect(faultOf({ state: 'terminated' })).toBeUndefined();
    expect(faultOf({ acceptedAt: at(3), concludedAt: at(3) })).toBeUndefined(); // all at once
    expect(faultOf({ concludedAt: at(20) })).toBeUndefined(); // just now
  });

  it.each<[Partial<PastCase>, string, string]>([
    [{ appliedAt: at(21) }, 'in_future', '/appliedAt'],
    [{ acceptedAt: at(21) }, 'in_future', '/acceptedAt'],
    [{ concludedAt: at(21) }, 'in_future', '/concludedAt'],
    [{ acceptedAt: at(2) }, 'out_of_order', '/acceptedAt'],
    [{ concludedAt: at(3) }, 'out_of_order', '/concludedAt'],
    [{ state: 'declined', acceptedAt: null, concludedAt: at(2) }, 'out_of_order', '/concludedAt'],
    [{ state: 'declined' }, 'declined_and_accepted', '/acceptedAt'],
    [{ acceptedAt: null }, 'not_accepted', '/acceptedAt'],
    [{ state: 'failed', acceptedAt: null }, 'not_accepted', '/acceptedAt'],
  ])('are refused where they cannot be: %j', (changes, code, pointer) => {
    expect(faultOf(changes)).toEqual([code, pointer]);
  });
});

describe('two past cases under one number', () => {
  it('are the same when they say the same', () => {
    expect(differenceOf(PAST, { ...PAST, appliedAt: at(3) })).toBeUndefined();
  });

  it.each<[Partial<PastCase>, string]>([
    [{ areaCode: '230903011002' }, 'areaCode'],
    [{ caseType: 'land' }, 'caseType'],
    [{ difficulty: 'major' }, 'difficulty'],
    [{ state: 'breached' }, 'outcome'],
    [{ appliedAt: at(2) }, 'appliedAt'],
    [{ acceptedAt: at(5) }, 'acceptedAt'],
    [{ concludedAt: at(11) }, 'concludedAt'],
  ])('are another past when one says otherwise: %j', (changes, name) => {
    expect(differenceOf(PAST, { ...PAST, ...changes })).toBe(name);
  });
});
