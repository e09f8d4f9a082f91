import type { EventData, EventType } from '@zero-distance/contracts';
import type { Actor, DomainError } from '@zero-distance/kernel';
import type { QueryResultRow } from 'pg';
import type { ObjectLiteral } from 'typeorm';
import type { EntityClass } from './data-source.js';
import type { ConcurrentChange } from './failures.js';

/**
 * Constraint name → the refusal that breaking it means: `{ request_upstream_reference_key: refuse('…') }`. A `ConcurrentChange` means that somebody
 * else has just made the row, and that the use case runs again and finds it.
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
   * A page of a list, planned for its values. A prepared statement is soon planned without looking at them, and then "newest first,
   * stop after a page" seems cheap: it walks the whole table backwards for a filter that little or nothing fits (measured: 300 ms
   * instead of 0.05 ms at 400,000 rows).
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
   * Queues a change of the row that still has `key.version`. Its version counts up by `steps`: one, or as many
   * as the use case goes through states (and emits events) at once.
   */
  update<E extends ObjectLiteral>(entity: EntityClass<E>, key: { id: string; version: number }, changes: Partial<E>, steps?: number): void;
  /**
   * Queues a row that nothing in this transaction reads or changes: a line of history. The rows of all events of a batch leave
   * at its end, many in one statement.
   */
  append<E extends ObjectLiteral>(entity: EntityClass<E>, row: Partial<E>): void;
  /**
   * The same for an `insert … values ($1, …) on conflict …` with `$1` as the row's key, and no parameter behind the values. Of one key and one
   * text the order is kept; of two texts it is not, so they must come to the same in either.
   */
  upsert(sql: string, params: readonly unknown[]): void;
  /** Queues any INSERT, UPDATE or DELETE (without RETURNING) that has to touch `rows` rows (1 unless told). */
  write(sql: string, params: readonly unknown[], rows?: number | 'any'): void;
  /**
   * Runs an INSERT, UPDATE or DELETE at once, in a transaction opened on the spot: for what later reads of the use case have to see.
   * It is kept or undone with everything else.
   */
  execute(sql: string, params: readonly unknown[]): Promise<void>;
  /**
   * Queues an event of an aggregate. `version` is the aggregate's version after the change: consumers take
   * the events of an aggregate strictly in version order, so each version that is reached emits one event.
   */
  emit<T extends EventType>(type: T, aggregate: { id: string; version: number }, data: EventData<T>): void;
}

/** The reading half of a Tx. */
export type ReadTx = Pick<Tx, 'actor' | 'now' | 'findOne' | 'page' | 'query' | 'columns' | 'select' | 'column'>;
