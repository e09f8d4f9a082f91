import { describe, expect, it } from '@jest/globals';
import type { ReadTx } from '@zero-distance/persistence';
import { CLERK, ID, LAMPS, Lamp, lamp, NOW, noted, OTHER_ID } from '../../test/fixture/lamps.js';
import { encodeCursor } from '../paging/cursor.js';
import { defineCollection } from './collection.js';
import { NEWEST_FIRST } from './orders.js';

describe('a list', () => {
  const sqlOf = async (query: Parameters<typeof LAMPS.list>[1], actor = CLERK) => {
    const { tx, of } = noted([], actor);
    await LAMPS.list(tx as ReadTx, query);
    return of('read')[0] ?? [];
  };

  it('has the filters that are given in its SQL, and no others', async () => {
    const [plain, none] = await sqlOf({ limit: 10 });
    expect(plain).toBe('select t.* from lamp t where left(t.area_code, 6) = $1 and true order by t.id desc limit $2');
    expect(none).toEqual(['230903', 11]);
    const [, params] = await sqlOf({ limit: 10, state: 'lit', brighter: 5, cursor: encodeCursor(OTHER_ID) });
    expect(params).toEqual(['lit', 5, '230903', OTHER_ID, 11]);
    expect((await sqlOf({ limit: 10, brighter: 0 }))[0]).toBe(plain);
  });

  it('asks the database for nothing when what is asked for lies elsewhere', async () => {
    expect(await sqlOf({ limit: 10, areaCode: '110101' })).toEqual([]);
  });

  it('is a page of each of two sets for a territory in a wider token, and of both the newest, each row once', async () => {
    const street = { ...CLERK, org: 'street', organisation: { id: OTHER_ID, territory: '230903011' } };
    const [sql] = await sqlOf({ limit: 10 }, street);
    expect(sql).toMatch(
      /^select distinct on \("id"\) \* from \(\(.* order by t\.id desc limit \$\d+\) union all \(.*\)\) as seen order by "id" desc limit \$\d+$/,
    );
  });

  const BY_WATTS = defineCollection({
    entity: Lamp,
    visible: { by: 'everybody' },
    filters: {},
    orders: {
      ...NEWEST_FIRST,
      oldest: { ...NEWEST_FIRST.newest, direction: 'asc' },
      seen: {
        by: [
          { column: 'seen_at', property: 'seenAt', kind: 'time' },
          { column: 'id', property: 'id', kind: 'uuid' },
        ],
        direction: 'asc',
        where: 't.seen_at is not null',
      },
    },
  });

  it('goes on behind the last row in the order of its columns', async () => {
    const rows = [lamp, { ...lamp, id: OTHER_ID }];
    const { next } = await BY_WATTS.list(noted(rows).tx, { limit: 1, sort: 'seen' });
    const { tx, of } = noted();
    await BY_WATTS.list(tx, { limit: 1, sort: 'seen', cursor: next as string });
    expect(of('read')).toEqual([
      [
        'select t.* from lamp t where t.seen_at is not null and (t.seen_at, t.id) > ($1, $2) order by t.seen_at asc, t.id asc limit $3',
        [NOW.toISOString(), ID, 2],
      ],
    ]);
  });

  it('is in its first order unless asked for another, and takes no cursor of another order', async () => {
    const rows = [lamp, { ...lamp, id: OTHER_ID }];
    const { next } = await BY_WATTS.list(noted(rows).tx, { limit: 1 });
    for (const sort of ['seen', 'oldest']) // of other values, and of the same
      await expect(BY_WATTS.list(noted().tx, { limit: 1, sort, cursor: next as string })).rejects.toThrow('platform.invalid_cursor');
    const { tx, of } = noted();
    await BY_WATTS.list(tx, { limit: 1, sort: 'newest', cursor: next as string });
    expect(of('read')).toEqual([['select t.* from lamp t where (t.id) < ($1) order by t.id desc limit $2', [ID, 2]]]);
    await expect(BY_WATTS.list(tx, { limit: 1, sort: 'watts' })).rejects.toThrow('no order');
  });

  it('that anybody sees is never asked for an area in vain', async () => {
    await expect(BY_WATTS.list(noted().tx, { limit: 1, areaCode: '230903' })).rejects.toThrow('no filter for it');
  });
});

describe('what has changed since', () => {
  const SINCE = '2026-11-27T00:00:00.000Z';
  const SETTLED = new Date('2026-11-27T03:59:59.000Z');
  const changed = { ...lamp, updatedAt: new Date('2026-11-27T02:00:00.123Z') };
  /** A Tx whose reads of a page answer `rows`; `last` is the last change that a page looks through. */
  function followed(rows: readonly object[], last?: object) {
    const { tx, of } = noted(rows);
    const query = async (sql: string, params?: readonly unknown[]) => {
      await tx.query(sql, params);
      return sql.includes('pg_stat_activity') ? [{ until: SETTLED }] : [last].filter((row) => row !== undefined);
    };
    return { tx: { ...tx, query } as typeof tx, of };
  }

  it('is listed from that time on up to the oldest transaction that is still open, the first change first', async () => {
    const { tx, of } = followed([changed]);
    const page = await LAMPS.list(tx, { limit: 1, updatedSince: SINCE });
    const [[settled], [window], [sql, params]] = of('read') as [[string], [string], [string, unknown[]]];
    expect(settled).toMatch(/min\(xact_start\).* from pg_stat_activity/);
    expect(window).toMatch(/ offset 399 limit 1\) as seen$/);
    expect(sql).toMatch(/ t\.updated_at >= \$1 and t\.updated_at < \$2 .*order by t\.updated_at asc, t\.id asc limit \$4$/);
    expect(params).toEqual([SINCE, SETTLED, '230903', 2]);
    expect(page).toEqual({ items: [lamp], next: null, until: SETTLED.toISOString() });
  });

  it('goes on behind the last change, and keeps its time to itself', async () => {
    const first = await LAMPS.list(followed([changed, { ...changed, id: OTHER_ID }]).tx, { limit: 1, updatedSince: SINCE });
    expect(first).toEqual({ items: [lamp], next: expect.any(String), until: null });
    const { tx, of } = followed([]);
    await LAMPS.list(tx, { limit: 1, updatedSince: SINCE, cursor: first.next as string });
    expect(of('read')[2]?.[0]).toContain('(t.updated_at, t.id) > ($4, $5)');
    expect(of('read')[2]?.[1]).toEqual([SINCE, SETTLED, '230903', changed.updatedAt.toISOString(), ID, 2]);
    await expect(LAMPS.list(tx, { limit: 1, cursor: first.next as string })).rejects.toThrow('platform.invalid_cursor');
  });

  it('is looked through a bounded way for a page: one that finds too little says where to go on, and whose row that is it does not say', async () => {
    const { tx, of } = followed([], { updatedAt: changed.updatedAt, id: '0190a5c0-7c1e-7000-8000-123456789abc' });
    const { items, next, until } = await LAMPS.list(tx, { limit: 9, updatedSince: SINCE });
    expect([items, until]).toEqual([[], null]);
    const veiled = [changed.updatedAt.toISOString(), '0190a5c0-7c1e-7000-8000-000000000000'];
    expect(of('read')[2]?.[1]).toEqual([SINCE, ...veiled, '230903', 10]);
    expect(JSON.parse(Buffer.from(next as string, 'base64url').toString()).slice(1)).toEqual(veiled);
    const again = await LAMPS.list(followed([], { updatedAt: changed.updatedAt, id: OTHER_ID }).tx, {
      limit: 9,
      updatedSince: SINCE,
      cursor: next as string,
    });
    expect(JSON.parse(Buffer.from(again.next as string, 'base64url').toString()).slice(1)).toEqual([veiled[0], OTHER_ID]); // else it would not lead on
  });

  it('has its own order: another is refused', async () => {
    await expect(LAMPS.list(followed([]).tx, { limit: 1, updatedSince: SINCE, sort: 'newest' })).rejects.toThrow(
      'platform.sort_of_changes',
    );
  });

  it('says nothing of a time where nobody asked', async () => {
    expect(await LAMPS.list(noted([lamp]).tx, { limit: 1 })).toEqual({ items: [lamp], next: null, until: null });
  });
});
