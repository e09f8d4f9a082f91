import { describe, expect, it } from '@jest/globals';
import { faultOfPast, type PastServiceCaseSaid, toldOf } from './past-service-case.js';

const at = (day: number): Date => new Date(Date.UTC(2025, 2, day));
const DELIVERED: PastServiceCaseSaid = {
  ...{ areaCode: '230903011001', itemCode: 'HF-04', outcome: 'delivered', oneStop: true, askedLater: false },
  ...{ openedAt: at(3), dueAt: at(10), decidedAt: at(5), deliveredAt: at(6), oneVisit: true, alone: true },
  ...{ satisfaction: 'satisfied', ratedAt: at(7) },
};
const NOT_DELIVERED = {
  ...{ dueAt: null, decidedAt: null, deliveredAt: null, oneVisit: null, alone: null, satisfaction: null, ratedAt: null },
} as const;
const faultOf = (changes: Partial<PastServiceCaseSaid>) => {
  const fault = faultOfPast({ ...DELIVERED, ...changes }, at(20));
  return fault && [fault.code.split('.')[2], fault.pointer];
};

describe('a service case of the time before', () => {
  it('was opened, decided, delivered and rated in that order, before now, and may be late or unrated', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ dueAt: at(4) })).toBeUndefined();
    expect(faultOf({ satisfaction: null, ratedAt: null })).toBeUndefined();
    expect(faultOf({ oneStop: false, alone: null })).toBeUndefined();
    expect(faultOf({ decidedAt: at(3), deliveredAt: at(3), ratedAt: at(3) })).toBeUndefined(); // all at once
    expect(faultOf({ outcome: 'refused', ...NOT_DELIVERED })).toBeUndefined();
    expect(faultOf({ outcome: 'withdrawn', ...NOT_DELIVERED, openedAt: at(20) })).toBeUndefined(); // just now
  });

  it.each<[Partial<PastServiceCaseSaid>, string, string]>([
    [{ openedAt: at(21) }, 'in_future', '/openedAt'],
    [{ ratedAt: at(21) }, 'in_future', '/ratedAt'],
    [{ decidedAt: at(2) }, 'out_of_order', '/decidedAt'],
    [{ deliveredAt: at(4) }, 'out_of_order', '/deliveredAt'],
    [{ ratedAt: at(5) }, 'out_of_order', '/ratedAt'],
    [{ dueAt: at(2) }, 'out_of_order', '/dueAt'],
    [{ dueAt: null }, 'delivery_unfit', '/dueAt'],
    [{ oneVisit: null }, 'delivery_unfit', '/oneVisit'],
    [{ ...NOT_DELIVERED, outcome: 'refused', deliveredAt: at(6) }, 'delivery_unfit', '/deliveredAt'],
    [{ alone: null }, 'alone_unfit', '/alone'],
    [{ oneStop: false }, 'alone_unfit', '/alone'],
    [{ outcome: 'refused', ...NOT_DELIVERED, alone: true }, 'alone_unfit', '/alone'],
    [{ ratedAt: null }, 'rating_unfit', '/satisfaction'],
    [{ satisfaction: null }, 'rating_unfit', '/satisfaction'],
    [{ outcome: 'refused', ...NOT_DELIVERED, satisfaction: 'satisfied', ratedAt: at(7) }, 'rating_unfit', '/satisfaction'],
  ])('is refused where it cannot be: %j', (changes, code, pointer) => {
    expect(faultOf(changes)).toEqual([code, pointer]);
  });

  it('was in time when it was decided by when it was due, however late the result was delivered', () => {
    const isInTime = (changes: Partial<PastServiceCaseSaid>) =>
      toldOf({ ...DELIVERED, ...changes, id: 'x', pastReference: 'BJ-1' }, at(20)).inTime;
    expect(isInTime({})).toBe(true);
    expect(isInTime({ dueAt: at(5) })).toBe(true);
    expect(isInTime({ dueAt: at(4) })).toBe(false);
    expect(isInTime({ outcome: 'refused', ...NOT_DELIVERED })).toBe(false);
  });
});
