import { newId, type Why } from '@zero-distance/kernel';
import type { EntityClass, ReadTx, Tx } from '@zero-distance/persistence';
import { ALIAS } from '../reach/visibility.js';
import type { HistoryEntity } from './history.entity.js';

/** The table with what was done. */
export interface HistoryDefinition<T, H> {
  readonly entity: EntityClass<H & HistoryEntity>;
  /** The property with the aggregate's id. */
  readonly key: keyof H & string;
  /** The aggregate's property with the time before which nothing was done: partitions of earlier months are not looked at. */
  readonly since: keyof T & string;
  /** What stands in every row besides. */
  readonly constant?: Partial<H>;
  /** What stands in the row of a step besides, from the aggregate as it is after it. */
  readonly also?: (after: T) => Partial<H>;
}

/** What was done with one aggregate is answered whole: a dialler that calls in vain all night makes no answer of megabytes. */
export const MOST_LINES = 500;

/** How the history of an aggregate is written and read. */
interface HistoryTable<T, S extends string, H> {
  /** Queues a line. */
  append(tx: Tx, id: string, line: Partial<HistoryEntity> & Why, also?: Partial<H>): void;
  /** The words that went with the last `action` of each of these, by id. */
  words(tx: ReadTx, roots: readonly T[], action: string): Promise<ReadonlyMap<string, string | null>>;
  /** The last {@link MOST_LINES}, oldest first. */
  lines(tx: ReadTx, root: T): Promise<(H & HistoryEntity<S>)[]>;
}

export function historyTable<T extends { readonly id: string }, S extends string, H>({
  entity,
  key,
  since,
  constant,
}: HistoryDefinition<T, H>): HistoryTable<T, S, H> {
  type Line = (H & HistoryEntity<S>) & Record<string, unknown>;
  /** The lines of aggregates, a day before they began too: the clock of the host that wrote a line may be behind that of the host where one began. */
  const linesOf = (tx: ReadTx, ids: string) =>
    `${tx.select(entity, ALIAS)} where ${ALIAS}.${tx.column(entity, key)} ${ids} and ${ALIAS}.at >= $2::timestamptz - interval '1 day'`;
  return {
    append(tx, id, line, also) {
      tx.append(entity, { ...constant, ...also, id: newId(), [key]: id, at: tx.now, ...line } as Partial<H & HistoryEntity>);
    },
    async words(tx, roots, action) {
      if (roots.length === 0) return new Map();
      const first = new Date(Math.min(...roots.map((root) => (root[since] as Date).getTime())));
      const sql = `${linesOf(tx, '= any($1::uuid[])')} and ${ALIAS}.action = $3 order by ${ALIAS}.at, ${ALIAS}.id`;
      const lines = await tx.query<Line>(sql, [roots.map(({ id }) => id), first, action]);
      return new Map(lines.map((line) => [line[key] as string, line.reason]));
    },
    async lines(tx, root) {
      const sql = `${linesOf(tx, '= $1')} order by ${ALIAS}.at desc, ${ALIAS}.id desc limit ${MOST_LINES}`;
      return (await tx.query<Line>(sql, [root.id, root[since]])).reverse();
    },
  };
}
