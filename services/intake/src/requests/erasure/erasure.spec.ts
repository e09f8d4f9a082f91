import { describe, expect, it } from '@jest/globals';
import { REQUEST_KINDS } from '@zero-distance/contracts';
import { canBeErased, erasersOf, remainsOf, TELLS_WORDS } from './erasure.js';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

describe('the erasure of a request', () => {
  it.each(REQUEST_KINDS)('is asked of every service that hears of a %s', (kind) => {
    const mediated = kind === 'dispute' ? ['case-mediation'] : [];
    expect(erasersOf(kind)).toEqual(['intake', 'dispatch', ...mediated, 'evaluation']);
  });

  it.each([
    ['closed', null, true],
    ['withdrawn', null, true],
    ['answered', null, true],
    ['declined', null, true],
    ['redirected', null, true],
    ['closed', at(1), false],
    ['received', null, false],
    ['replied', null, false],
  ] as const)('of one that is %s and was erased at %s is possible: %s', (state, erasedAt, is) => {
    expect(canBeErased({ state, erasedAt })).toBe(is);
  });

  it('says what remains until when, and leaves out what is gone by itself', () => {
    const places = (now: Date) => remainsOf(at(1), at(5), 30, now).map(({ place }) => place);
    expect(remainsOf(at(1), at(5), 30, at(5))).toEqual([
      { place: 'outbox', until: at(10) },
      { place: 'stream', until: at(8) },
      { place: 'backup', until: at(35) },
    ]);
    expect(places(at(9))).toEqual(['outbox', 'backup']);
    expect(places(at(10))).toEqual(['backup']);
    expect(places(at(35))).toEqual([]);
    expect(remainsOf(null, at(5), 30, at(5))).toEqual([{ place: 'backup', until: at(35) }]);
  });

  it('counts what remains from the last event that carried words, whichever did', () => {
    expect([...new Set(TELLS_WORDS)].sort()).toEqual(['correct', 'follow-up', 'register', 'reopen']);
  });
});
