import { describe, expect, it } from '@jest/globals';
import { afterFailure } from './message.js';

const now = new Date('2026-11-28T04:00:00Z');
const busy = { code: 'http-503', permanent: false };

describe('a message that was not taken', () => {
  it('A message is tried again later and later, and given up after a day', () => {
    const minutes = [0, 1, 2, 3, 4, 5].map(
      (attempts) => (afterFailure({ attempts }, busy, now).notBefore.getTime() - now.getTime()) / 60_000,
    );
    expect(minutes).toEqual([1, 5, 15, 60, 240, 720]);
    expect(afterFailure({ attempts: 6 }, busy, now)).toMatchObject({ state: 'dead', attempts: 7, failure: 'http-503' });
  });

  it('A message is not tried before the gateway says so, and not again when it says that it never will be taken', () => {
    expect(afterFailure({ attempts: 0 }, { ...busy, retryAfterSeconds: 600 }, now).notBefore).toEqual(new Date('2026-11-28T04:10:00Z'));
    expect(afterFailure({ attempts: 0 }, { code: 'http-400', permanent: true }, now).state).toBe('dead');
  });
});
