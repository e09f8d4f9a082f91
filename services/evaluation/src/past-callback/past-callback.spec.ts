import { describe, expect, it } from '@jest/globals';
import { differenceOf, type Ended, faultOfPast, type PastAnswer } from './past-callback.js';

const at = (day: number): Date => new Date(Date.UTC(2025, 2, day));
const ANSWER: PastAnswer = { contacted: true, solved: true, satisfaction: 'satisfied', recordedAt: at(8) };
const ENDED: Ended = { repliedAt: at(5), closedAt: at(9) };
const faultOf = (changes: Partial<PastAnswer>, ended: Partial<Ended> = {}) => {
  const fault = faultOfPast({ ...ANSWER, ...changes }, { ...ENDED, ...ended }, 'R-1', at(20));
  return fault && [fault.code.split('.')[2], fault.pointer];
};

describe('a past callback', () => {
  it('was made after the answer, of a request that is closed', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ recordedAt: at(5) })).toBeUndefined();
    expect(faultOf({ recordedAt: at(20) })).toBeUndefined(); // just now
    expect(faultOf({ recordedAt: at(4) }, { repliedAt: null })).toBeUndefined(); // nobody knows when it was answered
    expect(faultOf({ contacted: false, solved: null, satisfaction: null })).toBeUndefined();
    expect(faultOf({ solved: false, satisfaction: 'very-dissatisfied' })).toBeUndefined();
  });

  it.each<[Partial<PastAnswer>, Partial<Ended>, string, string | undefined]>([
    [{ recordedAt: at(21) }, {}, 'in_future', '/recordedAt'],
    [{ recordedAt: at(4) }, {}, 'before_reply', '/recordedAt'],
    [{}, { closedAt: null }, 'not_closed', undefined],
    [{ solved: null }, {}, 'answer_unfit', '/solved'],
    [{ satisfaction: null }, {}, 'answer_unfit', '/satisfaction'],
    [{ contacted: false }, {}, 'answer_unfit', '/solved'],
    [{ contacted: false, solved: null }, {}, 'answer_unfit', '/satisfaction'],
  ])('is refused where it cannot be: %j %j', (changes, ended, code, pointer) => {
    expect(faultOf(changes, ended)).toEqual([code, pointer]);
  });

  it('is the same when it says the same', () => {
    expect(differenceOf(ANSWER, { ...ANSWER, recordedAt: at(8) })).toBeUndefined();
  });

  it.each<[Partial<PastAnswer>, string]>([
    [{ contacted: false }, 'contacted'],
    [{ solved: false }, 'solved'],
    [{ satisfaction: 'dissatisfied' }, 'satisfaction'],
    [{ recordedAt: at(7) }, 'recordedAt'],
  ])('is another past when it says otherwise: %j', (changes, name) => {
    expect(differenceOf(ANSWER, { ...ANSWER, ...changes })).toBe(name);
  });
});
