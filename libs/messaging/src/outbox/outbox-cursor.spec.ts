import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OutboxCursor, runsOf, subtract } from './outbox-cursor.js';

const LAST = Number.MAX_SAFE_INTEGER;

describe('the cursor of the outbox', () => {
  it('The cursor reads on from its position, which is the last published id', () => {
    const cursor = new OutboxCursor(10, 0);
    expect(cursor.ranges).toEqual([{ first: 11, last: LAST }]);
    cursor.saw([11, 12, 13]);
    expect(cursor.position).toBe(10);
    cursor.published([11, 12, 13]);
    expect(cursor.position).toBe(13);
    expect(cursor.ranges).toEqual([{ first: 14, last: LAST }]);
  });

  it('An id that commits late is looked for until it comes', () => {
    const cursor = new OutboxCursor(0, 0);
    cursor.saw([1, 2, 5]);
    cursor.published([1, 2, 5]);
    expect(cursor.position).toBe(2);
    expect(cursor.ranges).toEqual([
      { first: 3, last: 4 },
      { first: 6, last: LAST },
    ]);
    cursor.saw([4, 6]);
    cursor.published([4, 6]);
    expect(cursor.position).toBe(2);
    cursor.saw([3]);
    cursor.published([3]);
    expect(cursor.position).toBe(6);
  });

  it('Events that the stream did not take are read again', () => {
    const cursor = new OutboxCursor(0, 0);
    cursor.saw([1, 2, 3, 4]);
    cursor.published([1, 2]);
    expect(cursor.position).toBe(2);
    expect(cursor.ranges[0]).toEqual({ first: 3, last: 4 });
  });

  it('Ids that no transaction can bring any more are not waited for', () => {
    const cursor = new OutboxCursor(0, 0);
    cursor.saw([4]);
    cursor.published([4]);
    cursor.close([{ first: 1, last: 3 }]);
    expect(cursor.position).toBe(4);
  });

  it('The cursor reaches the end whatever the order of commits, and publishes each id exactly once', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.array(fc.integer({ min: 1, max: 5 })), (commits, sizes) => {
        const cursor = new OutboxCursor(0, 0);
        const visible = new Set<number>();
        const published: number[] = [];
        const pass = () => {
          const isOpen = (id: number) => cursor.ranges.some(({ first, last }) => first <= id && id <= last);
          const read = [...visible].filter(isOpen).sort((a, b) => a - b);
          cursor.saw(read);
          cursor.published(read);
          published.push(...read);
        };
        let at = 0;
        for (const size of [...sizes, commits.length]) {
          for (const id of commits.slice(at, at + size)) visible.add(id);
          at += size;
          pass();
          for (let id = 1; id <= cursor.position; id++) expect(published).toContain(id);
        }
        expect(published.toSorted((a, b) => a - b)).toEqual(commits.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('ranges', () => {
  it('Subtracting ranges leaves the ids that only the first ranges hold', () => {
    const one = fc.uniqueArray(fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(one, one, (a, b) => {
        const sorted = (ids: number[]) => ids.toSorted((x, y) => x - y);
        const left = sorted(a.filter((id) => !b.includes(id)));
        const ids = subtract(runsOf(sorted(a)), runsOf(sorted(b))).flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, i) => first + i),
        );
        expect(ids).toEqual(left);
      }),
    );
  });
});
