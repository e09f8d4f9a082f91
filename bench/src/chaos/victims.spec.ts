import { describe, expect, it } from '@jest/globals';
import { randomFrom } from '../random.js';
import { drawVictims, type Recovery, recoveryFindings, type Victim } from './victims.js';

const victim = (kind: string, n: number): Victim => ({
  kind,
  name: `${kind}-${n}`,
  kill: () => Promise.resolve(),
  start: () => Promise.resolve(),
  works: () => Promise.resolve(true),
});
const VICTIMS = [victim('intake', 1), victim('intake', 2), victim('nats', 1), victim('nats', 2), victim('nats', 3), victim('postgres', 1)];
const recovery = (ms: { firstSuccessMs: number | undefined; caughtUpMs?: number | undefined }) =>
  ({ victim: 'nats-1', killedAt: 0, ...ms }) as Recovery;

describe('the draw of victims', () => {
  it('takes one of each kind in a round, and all of a kind before one dies again', () => {
    for (let seed = 0; seed < 20; seed++) {
      const draw = drawVictims(VICTIMS, randomFrom(seed));
      const rounds = Array.from({ length: 3 }, () => Array.from({ length: 3 }, () => draw.next().value));
      for (const round of rounds) expect(round.map(({ kind }) => kind).sort()).toEqual(['intake', 'nats', 'postgres']);
      expect(new Set(rounds.flat().map(({ name }) => name)).size).toBe(VICTIMS.length);
    }
  });
});

describe('the verdict on kills', () => {
  const held = (...recoveries: Recovery[]) => recoveryFindings(recoveries, VICTIMS).map(({ holds }) => holds);

  it('is that they were recovered from, when each was', () => {
    expect(held(recovery({ firstSuccessMs: 10, caughtUpMs: 20 }), recovery({ firstSuccessMs: 10 }))).toEqual([true, true]);
  });

  it('fails for one that never works again, and for one that is never caught up with', () => {
    expect(held(recovery({ firstSuccessMs: undefined }))).toEqual([false, true]);
    expect(held(recovery({ firstSuccessMs: 10, caughtUpMs: undefined }))).toEqual([true, false]);
  });

  it('fails when there was none', () => {
    expect(held()).toEqual([false, true]);
  });
});
