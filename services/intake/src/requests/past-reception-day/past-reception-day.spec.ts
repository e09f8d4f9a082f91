import { describe, expect, it } from '@jest/globals';
import { differenceOf, faultOfPast, type PastReceptionDay } from './past-reception-day.js';

const at = (hour: number): Date => new Date(Date.UTC(2025, 2, 5, hour));
const PAST: PastReceptionDay = {
  ...{ areaCode: '230903011', host: '书记', place: '一楼', topic: null },
  ...{ startsAt: at(1), endsAt: at(3), visitors: 12 },
};
const faultOf = (changes: Partial<PastReceptionDay>) =>
  faultOfPast({ ...PAST, ...changes }, at(40))
    ?.code.split('.')
    .at(-1);

describe('a reception day of the time before', () => {
  it('ended after it began, within a day, and before now', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ endsAt: at(25) })).toBeUndefined();
    expect(faultOf({ endsAt: at(1) })).toBe('out_of_order');
    expect(faultOf({ endsAt: at(26) })).toBe('out_of_order');
    expect(faultOf({ startsAt: at(39), endsAt: at(41) })).toBe('in_future');
    expect(faultOf({ startsAt: at(39), endsAt: at(40) })).toBeUndefined();
  });

  it.each<[Partial<PastReceptionDay>, string]>([
    [{ areaCode: '230903012' }, 'areaCode'],
    [{ host: '主任' }, 'host'],
    [{ place: '二楼' }, 'place'],
    [{ topic: '供热' }, 'topic'],
    [{ startsAt: at(2) }, 'startsAt'],
    [{ startsAt: new Date(at(1).getTime() + 1) }, 'startsAt'],
    [{ endsAt: at(4) }, 'endsAt'],
    [{ visitors: 13 }, 'visitors'],
  ])('is another under its number when one says otherwise: %j', (changes, name) => {
    expect(differenceOf(PAST, { ...PAST, ...changes })).toBe(name);
    expect(differenceOf(PAST, { ...PAST })).toBeUndefined();
  });
});
