import type { ReadTx } from './tx.js';

/** Finds rows that a clock has something to do with: their ids, so many at most. */
export type FindDue = (tx: ReadTx, limit: number) => Promise<string[]>;

/**
 * What is due by a time that stands in a column, the longest due before the others. An index on `at` has to answer it, with `where` if that is given.
 * @param where what is looked at: `state = 'open' and reminded_at is null`
 */
export const findDueBy =
  (table: string, at: string, where?: string): FindDue =>
  (tx, limit) =>
    ids(tx, `select id from ${table} where ${where ? `${where} and ` : ''}${at} <= $1 order by ${at} limit $2`, [tx.now, limit]);

/** What was marked to be looked at, as something has happened that may be its end. An index on `id` with these conditions has to answer it. */
export const findMarked =
  (table: string, mark: string, where: string): FindDue =>
  (tx, limit) =>
    ids(tx, `select id from ${table} where ${mark} and ${where} order by id limit $1`, [limit]);

const ids = async (tx: ReadTx, sql: string, params: readonly unknown[]): Promise<string[]> =>
  (await tx.page<{ id: string }>(sql, params)).map(({ id }) => id);
