import type { EventData, EventType } from '@zero-distance/contracts';
import type { Actor, DomainError } from '@zero-distance/kernel';
import type { QueryResultRow } from 'pg';
import type { ObjectLiteral } from 'typeorm';
import type { EntityClass } from './data-source.js';
import type { ConcurrentChange } from './failures.js';

/**
 * Constraint name → the refusal that breaking it means: `{ request_upstream_reference_key: refuse('…') }`. With a `ConcurrentChange` the use case runs
 * again, and finds the row that another one has just made.
 */
export type Conflicts = Readonly<Record<string, DomainError | ConcurrentChange>>;

/**
 * What a use case does its work with. Reads run at once. Changes and events are queued and leave together at the end, from BEGIN to COMMIT
 * in one round trip. Read, decide, then write: a read after a write works too, but opens the transaction on the spot and waits for it.
 *
 * Two use cases may race for one aggregate. The update of the slower one finds another version and touches no row; nothing of that use case
 * is kept, and `transact` runs it again on fresh reads.
 */
export interface Tx {
  readonly actor: Actor;
  /** One time for everything in the transaction. */
  readonly now: Date;
  /** The row equal to `where` in every property, or undefined. */
  findOne<E extends ObjectLiteral>(entity: EntityClass<E>, where: Partial<E>): Promise<E | undefined>;
  /**
   * A page of a list, planned for its values. Postgres soon plans a prepared statement without looking at the values. Walking the table from the
   * newest row then seems cheap, even for a filter that few rows match (measured: 300 ms instead of 0.05 ms at 400,000 rows).
   */
  page<R extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** Any other read. */
  query<R extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** `"area_code" as "areaCode", …` of an entity, for hand-written reads; with a table alias for joins. */
  columns<E extends ObjectLiteral>(entity: EntityClass<E>, alias?: string): string;
  /** `select … from <table> <alias>` of an entity, with more columns besides its own. */
  select<E extends ObjectLiteral>(entity: EntityClass<E>, alias: string, more?: string): string;
  /** The column of a property. */
  column<E extends ObjectLiteral>(entity: EntityClass<E>, property: keyof E & string): string;
  /** Queues a new row. `conflicts` names what breaking a unique constraint means to the caller. */
  insert<E extends ObjectLiteral>(entity: EntityClass<E>, row: Partial<E>, conflicts?: Conflicts): void;
  /**
   * Queues a change of the row that still has `key.version`, and raises its version by `steps`: one, or the number of states that the use case goes
   * through (and of events that it emits).
   */
  update<E extends ObjectLiteral>(entity: EntityClass<E>, key: { id: string; version: number }, changes: Partial<E>, steps?: number): void;
  /**
   * Queues a row that this transaction neither reads nor changes, such as a line of history. The rows of all events of a batch leave at its
   * end, many in one statement.
   */
  append<E extends ObjectLiteral>(entity: EntityClass<E>, row: Partial<E>): void;
  /**
   * The same for an `insert … values ($1, …) on conflict …` with `$1` as the row's key, and no parameter behind the values. Order is kept per key
   * within one statement text, not across texts: writes of different texts must commute.
   */
  upsert(sql: string, params: readonly unknown[]): void;
  /** Queues any INSERT, UPDATE or DELETE without RETURNING. It has to touch `rows` rows, by default one, or the transaction fails. */
  write(sql: string, params: readonly unknown[], rows?: number | 'any'): void;
  /**
   * Runs an INSERT, UPDATE or DELETE at once, because later reads of the use case have to see it. Opens the transaction on the spot; the change is
   * kept or undone with everything else.
   */
  execute(sql: string, params: readonly unknown[]): Promise<void>;
  /**
   * Queues an event of an aggregate, with the aggregate's version after the change. Consumers take the events of an aggregate strictly in order
   * of version, so each version emits one event.
   */
  emit<T extends EventType>(type: T, aggregate: { id: string; version: number }, data: EventData<T>): void;
}

/** The reading half of a Tx. */
export type ReadTx = Pick<Tx, 'actor' | 'now' | 'findOne' | 'page' | 'query' | 'columns' | 'select' | 'column'>;
