import { describe, expect, it } from '@jest/globals';
import { differenceIn } from '@zero-distance/kernel';
import { faultOfPast, type PastCallSaid, SAID } from './past-call.js';

const at = (minute: number): Date => new Date(Date.UTC(2025, 2, 5, 1, minute));
const ANSWERED: PastCallSaid = { areaCode: '230903', line: '12345', calledAt: at(0), answered: true, answerSeconds: 9 };
const faultOf = (changes: Partial<PastCallSaid>) =>
  faultOfPast({ ...ANSWERED, ...changes }, at(40))
    ?.code.split('.')
    .at(-1);

describe('a call of the time before', () => {
  it('was before now, and says after how many seconds when it was answered, and only then', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ answerSeconds: 0 })).toBeUndefined();
    expect(faultOf({ answered: false, answerSeconds: null })).toBeUndefined();
    expect(faultOf({ calledAt: at(40) })).toBeUndefined();
    expect(faultOf({ calledAt: at(41) })).toBe('in_future');
    expect(faultOf({ answerSeconds: null })).toBe('seconds_unfit');
    expect(faultOf({ answered: false })).toBe('seconds_unfit');
  });

  it.each<[Partial<PastCallSaid>, string]>([
    [{ areaCode: '230904' }, 'areaCode'],
    [{ line: '0464-12345' }, 'line'],
    [{ calledAt: new Date(at(0).getTime() + 1) }, 'calledAt'],
    [{ answered: false, answerSeconds: null }, 'answered'],
    [{ answerSeconds: 0 }, 'answerSeconds'],
  ])('is another under its number when one says otherwise: %j', (changes, name) => {
    expect(differenceIn(SAID, ANSWERED, { ...ANSWERED, ...changes })).toBe(name);
    expect(differenceIn(SAID, ANSWERED, { ...ANSWERED, calledAt: at(0) })).toBeUndefined();
  });
});
