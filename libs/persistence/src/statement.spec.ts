import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combine, type OutboxRow } from './statement.js';

const event = (n: number): OutboxRow => ({ eventId: `e${n}`, subject: `s${n}`, headers: `h${n}`, body: `b${n}` });

describe('combining changes into one statement', () => {
  it('counts the placeholders of each change up by the parameters before it', () => {
    const { text, params } = combine(
      [
        { text: 'insert into a values ($1, $2)', params: ['x', 'y'], rows: 1 },
        { text: 'update b set c = $2 where id = $1', params: ['z', 5], rows: 1 },
      ],
      [],
    );
    expect(text).toContain('w0 as (insert into a values ($1, $2) returning 1)');
    expect(text).toContain('w1 as (update b set c = $4 where id = $3 returning 1)');
    expect(params).toEqual(['x', 'y', 'z', 5, [1, 1]]);
  });

  it('expects of each change its number of rows, and nothing of one that may touch any', () => {
    const { text, params } = combine(
      [
        { text: 'delete from a', params: [], rows: 'any' },
        { text: 'delete from b', params: [], rows: 3 },
      ],
      [],
    );
    expect(text).toContain('counted as (select array[(select count(*) from w0), (select count(*) from w1)]::bigint[] as got)');
    expect(text).toMatch(/select expect_rows\(got, \$1::int\[\]\) from counted where got\[2\] <> \(\$1::int\[\]\)\[2\]$/);
    expect(params).toEqual([[-1, 3]]);
  });

  it('lets the outbox wait for every change, so an event takes its id after its row is locked', () => {
    const { text } = combine(
      [
        { text: 'update a set b = $1', params: [1], rows: 1 },
        { text: 'update c set d = $1', params: [1], rows: 1 },
      ],
      [event(1), event(2)],
    );
    expect(text).toContain('counted as (select array[(select count(*) from w0), (select count(*) from w1)]::bigint[] as got)');
    expect(text.slice(text.indexOf('events as'))).toMatch(/from counted, \(values .* order by e\.position\)/s);
  });

  it('sends events alone', () => {
    const { text, params } = combine([], [event(1), event(2)]);
    expect(text).toMatch(/^with counted as \(select array\[\]::bigint\[\] as got\), events as \(insert into outbox/);
    expect(params).toEqual(['e1', 's1', 'h1', 'b1', 'e2', 's2', 'h2', 'b2', []]);
  });

  it('gives every change its own parameters, whatever stands before it', () => {
    const change = fc.array(fc.integer(), { maxLength: 12 }).map((params) => ({
      text: `insert into t values (${params.map((_, i) => `$${i + 1}`).join(', ')})`,
      params,
      rows: 1 as const,
    }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(3), (changes, events) => {
        const rows = Array.from({ length: events }, (_, n) => event(n));
        const { text, params } = combine(changes, rows);
        for (const [i, { params: own }] of changes.entries()) {
          const part = new RegExp(`w${i} as \\(insert into t values \\(([^)]*)\\)`).exec(text)?.[1] ?? '';
          const found = part === '' ? [] : part.split(', ').map((place) => params[Number(place.slice(1)) - 1]);
          expect(found).toEqual(own);
        }
        expect(Math.max(...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)))).toBe(params.length);
      }),
    );
  });
});
