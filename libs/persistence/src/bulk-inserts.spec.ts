import { describe, expect, it } from '@jest/globals';
import { BulkInserts } from './bulk-inserts.js';

const LINE = 'insert into line (id, words) values ($1, $2)';
const FACT = 'insert into fact (id, at, first_at) values ($1, $2, $2) on conflict (id) do update set at = excluded.at';
const bulkOf = (text: string, keys: readonly string[]) => {
  const inserts = new BulkInserts();
  for (const key of keys) inserts.add({ text, params: [key, `of ${key}`] });
  return inserts;
};

describe('rows that are appended', () => {
  it('leave together, several in a statement', () => {
    expect(bulkOf(FACT, ['a', 'b']).take()).toEqual([
      {
        text: 'insert into fact (id, at, first_at) values ($1, $2, $2), ($3, $4, $4) on conflict (id) do update set at = excluded.at',
        params: ['a', 'of a', 'b', 'of b'],
      },
    ]);
  });

  it('make statements of a power of two of rows, in order, and none is left out', () => {
    const keys = Array.from({ length: 77 }, (_, i) => `key ${i}`);
    const statements = bulkOf(LINE, keys).take();
    expect(statements.map(({ params }) => params.length / 2)).toEqual([32, 32, 8, 4, 1]);
    expect(statements.flatMap(({ params }) => params.filter((_, i) => i % 2 === 0))).toEqual(keys);
  });

  it('with a key that comes again are in a later statement than its first', () => {
    const keys = bulkOf(FACT, ['a', 'b', 'a', 'c']).take();
    expect(keys.map(({ params }) => params.filter((_, i) => i % 2 === 0))).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('leave only once', () => {
    const inserts = bulkOf(LINE, ['a']);
    expect(inserts.take()).toEqual([{ text: LINE, params: ['a', 'of a'] }]);
    expect(inserts.take()).toEqual([]);
  });

  it('are refused when the statement is no plain insert of values', () => {
    const other = 'insert into fact (id) values ($1) on conflict (id) do update set at = $2';
    expect(() => bulkOf(other, ['a', 'b']).take()).toThrow('can be appended');
  });
});
