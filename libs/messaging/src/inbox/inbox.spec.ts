import { describe, expect, it } from '@jest/globals';
import type { Tx } from '@zero-distance/persistence';
import fc from 'fast-check';
import { Inbox, type Position } from './inbox.js';

/** A Tx that knows these positions and keeps what is written. */
function knowing(positions: Record<string, number>) {
  const writes: { sql: string; params: readonly unknown[]; rows?: number | 'any' }[] = [];
  const tx = {
    query: async () => Object.entries(positions).map(([aggregate_id, version]) => ({ aggregate_id, version })),
    write: (sql: string, params: readonly unknown[], rows?: number | 'any') => writes.push({ sql, params, rows }),
  } as unknown as Tx;
  return { tx, writes };
}

const inboxOf = (positions: Record<string, number>) => Inbox.load('EVT_X', knowing(positions).tx, []);
const at = (aggregateId: string, aggregateVersion: number): Position => ({ aggregateId, aggregateVersion });

describe('the inbox', () => {
  it('The first event of an aggregate that the inbox never heard of is the next', async () => {
    expect((await inboxOf({})).take(at('a', 1))).toBe('next');
  });

  it('The inbox tells the next event from a repetition and from one that came early', async () => {
    const inbox = await inboxOf({ a: 3 });
    expect([3, 1, 5, 4, 4, 5].map((version) => inbox.take(at('a', version)))).toEqual([
      'repeat',
      'repeat',
      'early',
      'next',
      'repeat',
      'next',
    ]);
  });

  it('An aggregate begins in the middle only when told to, and only where nothing was ever heard of it', async () => {
    const inbox = await inboxOf({ known: 3 });
    expect(inbox.take(at('new', 5))).toBe('early');
    expect(inbox.take(at('new', 5), true)).toBe('next');
    expect(inbox.take(at('known', 5), true)).toBe('early');
  });

  it('A position moves only from where it was read, and all positions move or none', async () => {
    const { tx, writes } = knowing({ a: 3 });
    const inbox = await Inbox.load('EVT_X', tx, []);
    for (const event of [at('a', 4), at('a', 5), at('b', 1), at('c', 9)]) inbox.take(event);
    inbox.save(tx);
    expect(writes.map(({ params, rows }) => ({ params, rows }))).toEqual([
      { params: ['EVT_X', ['a'], [3], [5]], rows: 1 },
      { params: ['EVT_X', ['b'], [1]], rows: 1 },
    ]);
  });

  it('Every event is handled once and in order, however often and in whatever order events are delivered', async () => {
    const lengths = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 6 }), { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.infiniteStream(fc.nat()), async (lengths, choices) => {
        const inbox = await inboxOf({});
        const events = Object.entries(lengths).flatMap(([id, length]) => Array.from({ length }, (_, i) => at(id, i + 1)));
        const handled: Position[] = [];
        // What is early comes again; what was handled may come again too.
        for (let left = [...events]; left.length > 0; ) {
          const event = left[(choices.next().value ?? 0) % left.length] as Position;
          const verdict = inbox.take(event);
          if (verdict === 'next') handled.push(event);
          if (verdict !== 'early' && (choices.next().value ?? 0) % 3 > 0) left = left.filter((other) => other !== event);
        }
        for (const id of Object.keys(lengths)) {
          const versions = handled.filter((event) => event.aggregateId === id).map((event) => event.aggregateVersion);
          expect(versions).toEqual(Array.from({ length: lengths[id] as number }, (_, i) => i + 1));
        }
      }),
    );
  });
});
