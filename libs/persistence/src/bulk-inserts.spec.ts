import { describe, expect, it } from '@jest/globals';
import { BulkInserts } from './bulk-inserts.js';

const LINE = 'insert into line (id, words) values ($1, $2)';
const FACT = 'insert into fact (id, at, first_at) values ($1, $2, $2) on conflict (id) do update set at = excluded.at';
const bulkOf = (text: string, keys: readonly string[]) => {
  const inserts = new BulkInserts();
  for (const key of keys) inserts.add({ text, params: [key, `of ${key}`] });
  return inserts;
};

describe('bulk inserts', () => {
  it('Appended rows leave together, several in a statement', () => {
    expect(bulkOf(FACT, ['a', 'b']).take()).toEqual([
      {
        text: 'insert into fact (id, at, first_at) values ($1, $2, $2), ($3, $4, $4) on conflict (id) do update set at = excluded.at',
        params: ['a', 'of a', 'b', 'of b'],
      },
    ]);
  });

  it('Appended rows make statements of a power of two of rows, in order and without a gap', () => {
    const keys = Array.from({ length: 77 }, (_, i) => `key ${i}`);
    const statements = bulkOf(LINE, keys).take();
    expect(statements.map(({ params }) => params.length / 2)).toEqual([32, 32, 8, 4, 1]);
    expect(statements.flatMap(({ params }) => params.filter((_, i) => i % 2 === 0))).toEqual(keys);
  });

  it('A row whose key comes again is in a later statement than the first one of that key', () => {
    const keys = bulkOf(FACT, ['a', 'b', 'a', 'c']).take();
    expect(keys.map(({ params }) => params.filter((_, i) => i % 2 === 0))).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('Appended rows leave only once', () => {
    const inserts = bulkOf(LINE, ['a']);
    expect(inserts.take()).toEqual([{ text: LINE, params: ['a', 'of a'] }]);
    expect(inserts.take()).toEqual([]);
  });

  it('A statement that is no plain insert of values cannot be appended', () => {
    const other = 'insert into fact (id) values ($1) on conflict (id) do update set at = $2';
    expect(() => bulkOf(other, ['a', 'b']).take()).toThrow('can be appended');
  });
});
