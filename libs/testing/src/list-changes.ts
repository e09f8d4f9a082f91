import { expect } from '@jest/globals';
import { Client } from 'pg';
import { eventually } from './eventually.js';

/** What a list says has changed, and up to when that is all. */
export interface Changes {
  readonly ids: readonly string[];
  readonly until: string;
}

/** A list that is followed, and rows of it to change. */
interface Followed {
  /** As the service's role: only its own transactions does a service see. */
  readonly databaseUrl: string;
  readonly table: string;
  /** One row or two. */
  readonly rows: readonly string[];
  changesSince(since: string): Promise<Changes>;
}

/**
 * Changes one row in a transaction that stays open while another changes a second row and is done. Who asks meanwhile must not take the time
 * up to now for told: the first change has an earlier time and is seen later.
 */
export async function expectToldOnce({ databaseUrl, table, rows, changesSince }: Followed): Promise<void> {
  const [late, early] = rows;
  const change = `update ${table} set version = version where id = $1`;
  const [slow, quick] = [new Client({ connectionString: databaseUrl }), new Client({ connectionString: databaseUrl })];
  await Promise.all([slow.connect(), quick.connect()]);
  try {
    const before = (await quick.query<{ now: Date }>('select now() as now')).rows[0] as { now: Date };
    await slow.query('begin');
    await slow.query(change, [late]);
    if (early) await quick.query(change, [early]);
    await eventually(async () => {
      const { rows: clock } = await quick.query(`select now() > $1::timestamptz + interval '2 seconds' as later`, [before.now]);
      expect(clock).toEqual([{ later: true }]); // a change is told a second after it was made
    });
    const meanwhile = await changesSince(before.now.toISOString());
    await slow.query('commit');
    const told = [...meanwhile.ids];
    let since = meanwhile.until;
    await eventually(async () => {
      const { ids, until } = await changesSince(since);
      told.push(...ids);
      since = until;
      expect(told).toHaveLength(rows.length);
    });
    expect([...told].sort()).toEqual([...rows].sort());
  } finally {
    await Promise.all([slow.end(), quick.end()]);
  }
}
