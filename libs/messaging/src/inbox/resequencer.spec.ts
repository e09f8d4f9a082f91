import { describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@zero-distance/contracts';
import { Resequencer } from './resequencer.js';

const at = (aggregateId: string, aggregateVersion: number) => ({ aggregateId, aggregateVersion }) as EventEnvelope;

describe('the resequencer', () => {
  it('Releasing an aggregate gives its messages in order of version, and no others', () => {
    const resequencer = new Resequencer<string>();
    resequencer.hold(at('a', 3), 'a3', 0);
    resequencer.hold(at('b', 2), 'b2', 0);
    resequencer.hold(at('a', 2), 'a2', 0);
    expect(resequencer.release('a')).toEqual(['a2', 'a3']);
    expect(resequencer.release('a')).toEqual([]);
    expect(resequencer.all()).toEqual(['b2']);
  });

  it('A repeated delivery replaces the one before it and keeps the time of the first', () => {
    const resequencer = new Resequencer<string>();
    resequencer.hold(at('a', 2), 'delivered', 0);
    resequencer.hold(at('a', 2), 'delivered again', 900);
    expect(resequencer.all()).toEqual(['delivered again']);
    expect(resequencer.expire(0)).toEqual(['delivered again']);
  });

  it('Only messages that waited too long expire', () => {
    const resequencer = new Resequencer<string>();
    resequencer.hold(at('a', 3), 'a3', 0);
    resequencer.hold(at('a', 2), 'a2', 0);
    resequencer.hold(at('a', 4), 'a4', 500);
    expect(resequencer.expire(-1)).toEqual([]);
    expect(resequencer.expire(499)).toEqual(['a2', 'a3']);
    expect(resequencer.all()).toEqual(['a4']);
  });
});
