import { describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '@zero-distance/contracts';
import { Resequencer } from './resequencer.js';

const at = (aggregateId: string, aggregateVersion: number) => ({ aggregateId, aggregateVersion }) as EventEnvelope;

describe('the resequencer', () => {
  it('lets those of an aggregate leave in order of version, and only those', () => {
    const room = new Resequencer<string>();
    room.hold(at('a', 3), 'a3', 0);
    room.hold(at('b', 2), 'b2', 0);
    room.hold(at('a', 2), 'a2', 0);
    expect(room.release('a')).toEqual(['a2', 'a3']);
    expect(room.release('a')).toEqual([]);
    expect(room.all()).toEqual(['b2']);
  });

  it('keeps the newest delivery of an event, and the time it first came', () => {
    const room = new Resequencer<string>();
    room.hold(at('a', 2), 'delivered', 0);
    room.hold(at('a', 2), 'delivered again', 900);
    expect(room.all()).toEqual(['delivered again']);
    expect(room.expire(0)).toEqual(['delivered again']);
  });

  it('sends away only those who waited too long', () => {
    const room = new Resequencer<string>();
    room.hold(at('a', 3), 'a3', 0);
    room.hold(at('a', 2), 'a2', 0);
    room.hold(at('a', 4), 'a4', 500);
    expect(room.expire(-1)).toEqual([]);
    expect(room.expire(499)).toEqual(['a2', 'a3']);
    expect(room.all()).toEqual(['a4']);
  });
});
