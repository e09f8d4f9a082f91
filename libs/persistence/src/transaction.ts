import { type EventData, type EventType, serviceOf } from '@zero-distance/contracts';
import type { Actor, DomainError } from '@zero-distance/kernel';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { BulkInserts } from './bulk-inserts.js';
import { type EntityClass, pipelinedConnectionsOf, poolOf } from './data-source.js';
import { columnNameOf, columnsOf, insertSql, lockSql, type Sql, selectOf, selectSql, updateSql } from './entity-sql.js';
import { outboxRow } from './event-message.js';
import { ConcurrentChange } from './failures.js';
import { prepared } from './prepared.js';
import { combine, type OutboxRow, type QueuedWrite } from './statement.js';

/**
 * Constraint name → the refusal that breaking it means: `{ request_upstream_reference_key: refuse('…') }`. A `ConcurrentChange` means that somebody
 * else has just made the row, and that the use case runs again and finds it.
 */
export type Conflicts = Readonly<Record<string, DomainError | ConcurrentChange>>;

/**
 * What a use case does its work with. Reads run at once. Changes are queued and leave together with the
 * events in one statement at the end, so a use case without a read after a write costs one round trip
 * and needs no BEGIN and COMMIT. Read, decide, then write: a read after a write still works, it opens a
 * transaction on the spot.
 *
 * Two use cases racing for one aggregate are told apart by its version: the slower one's update touches
 * no row, nothing of it is kept, and `transact` runs it again on fresh reads.
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

/** A Tx and how it ends. Used by `transact` and by the consumer; use cases see only Tx. */
export class Transaction implements Tx {
  private writes: QueuedWrite[] = [];
  private events: OutboxRow[] = [];
  private readonly bulkInserts = new BulkInserts();
  private readonly reached = new Set<string>();
  private session?: PoolClient;
  /** What a session was sent and has not answered yet. */
  private underway: Promise<unknown>[] = [];
  readonly conflicts = new Map<string, DomainError | ConcurrentChange>();
  /** True once an event left with the transaction: the relay is worth waking. */
  emitted = false;

  constructor(
    private readonly dataSource: DataSource,
    readonly actor: Actor,
    readonly now: Date = new Date(),
  ) {}

  async findOne<E extends ObjectLiteral>(entity: EntityClass<E>, where: Partial<E>): Promise<E | undefined> {
    const sql = selectSql(this.dataSource, entity, where);
    return (await this.read(() => this.run(sql))).rows[0] as E | undefined;
  }

  async query<R extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.read(() => this.run({ text: sql, params }))).rows as R[];
  }

  async page<R extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const page = { text: sql, values: params as unknown[] };
    // Not pipelined: it may take long, and what is behind it would wait for it.
    return (await this.read(() => (this.session ?? poolOf(this.dataSource)).query(page))).rows as R[];
  }

  columns<E extends ObjectLiteral>(entity: EntityClass<E>, alias?: string): string {
    return columnsOf(this.dataSource, entity, alias);
  }

  select<E extends ObjectLiteral>(entity: EntityClass<E>, alias: string, more?: string): string {
    return selectOf(this.dataSource, entity, alias, more);
  }

  column<E extends ObjectLiteral>(entity: EntityClass<E>, property: keyof E & string): string {
    return columnNameOf(this.dataSource, entity, property);
  }

  insert<E extends ObjectLiteral>(entity: EntityClass<E>, row: Partial<E>, conflicts: Conflicts = {}): void {
    for (const [constraint, refusal] of Object.entries(conflicts)) this.conflicts.set(constraint, refusal);
    this.writes.push({ ...insertSql(this.dataSource, entity, row), rows: 1 });
  }

  update<E extends ObjectLiteral>(entity: EntityClass<E>, key: { id: string; version: number }, changes: Partial<E>, steps = 1): void {
    this.writes.push({
      ...updateSql(this.dataSource, entity, key, changes, steps),
      rows: 1,
      lock: lockSql(this.dataSource, entity, key.id),
    });
  }

  append<E extends ObjectLiteral>(entity: EntityClass<E>, row: Partial<E>): void {
    this.bulkInserts.add(insertSql(this.dataSource, entity, row));
  }

  upsert(sql: string, params: readonly unknown[]): void {
    this.bulkInserts.add({ text: sql, params });
  }

  write(sql: string, params: readonly unknown[], rows: number | 'any' = 1): void {
    this.writes.push({ text: sql, params, rows });
  }

  async execute(text: string, params: readonly unknown[]): Promise<void> {
    await this.begin();
    await this.flush();
    await this.read(() => this.run({ text, params }));
  }

  emit<T extends EventType>(type: T, aggregate: { id: string; version: number }, data: EventData<T>): void {
    const place = `${aggregate.id} at version ${aggregate.version}`;
    if (this.reached.has(place))
      throw new Error(`${type}: ${place} has emitted an event already; consumers would take this one for a repetition`);
    this.reached.add(place);
    this.events.push(outboxRow({ service: serviceOf(type), type, aggregate, data, now: this.now }));
    this.emitted = true;
  }

  /** Opens a database transaction now: for work that has to see its own changes. */
  async begin(): Promise<void> {
    if (this.session) return;
    this.session = await poolOf(this.dataSource).connect();
    this.sendOnly(this.session.query('begin'));
  }

  /** Locks a row before anything is read. */
  async lock(sql: Sql): Promise<void> {
    await this.begin();
    await this.run(sql);
  }

  /**
   * Sends what is queued. Outside a database transaction the one statement is its own. Within one nobody waits for the answer:
   * the connection is pipelined, what comes next follows in order, and `commit` looks at every answer.
   */
  async flush(): Promise<void> {
    if (this.writes.length === 0 && this.events.length === 0) return;
    const { writes } = this;
    const sql = combine(writes, this.events);
    this.writes = [];
    this.events = [];
    const sent = this.run(sql).catch((error: unknown) => {
      const lock = isRowCountError(error) ? writes[Number(error.detail) - 1]?.lock : undefined;
      throw lock ? new ConcurrentChange(lock) : error;
    });
    if (this.session) this.sendOnly(sent);
    else await sent;
  }

  async commit(): Promise<void> {
    if (!this.session) this.writes.push(...this.bulkInserts.takeEach().map((sql) => ({ ...sql, rows: 'any' as const })));
    await this.flush();
    for (const sql of this.bulkInserts.takeTogether()) this.sendOnly(this.run(sql));
    await this.end('commit');
  }

  async rollback(): Promise<void> {
    this.bulkInserts.clear();
    this.writes = [];
    this.events = [];
    await this.end('rollback');
  }

  /** The first thing that went wrong is why; what followed it in the transaction only says that it was aborted. */
  private async answers(): Promise<void> {
    const { underway } = this;
    this.underway = [];
    for (const answer of underway) await answer;
  }

  private sendOnly(sent: Promise<unknown>): void {
    sent.catch(ignore); // looked at in `answers`
    this.underway.push(sent);
  }

  private async end(how: 'commit' | 'rollback'): Promise<void> {
    const { session } = this;
    if (!session) return;
    this.session = undefined;
    const ended = session.query(how); // after a failure a commit is a rollback, and `answers` tells of the failure
    ended.catch(ignore);
    const answered = how === 'commit' ? this.answers() : Promise.allSettled(this.underway);
    try {
      await answered;
    } finally {
      await this.giveBack(session, ended, how);
    }
  }

  private async giveBack(session: PoolClient, ended: Promise<unknown>, how: 'commit' | 'rollback'): Promise<void> {
    try {
      await ended;
      session.release();
    } catch (error) {
      session.release(true); // a connection in an unknown state is not given to the next
      if (how === 'commit') throw error;
    }
  }

  private async read(ask: () => Promise<QueryResult>): Promise<QueryResult> {
    if (this.writes.length > 0 || this.events.length > 0) {
      await this.begin();
      await this.flush();
    }
    try {
      return await ask();
    } catch (error) {
      await this.answers();
      throw error;
    }
  }

  private run(sql: Sql): Promise<QueryResult> {
    const config = prepared(sql);
    return (this.session ?? pipelinedConnectionsOf(this.dataSource)).query(config);
  }
}

const ignore = (): void => undefined;
const isRowCountError = (error: unknown): error is { detail: string } => (error as { code?: string }).code === 'ZD001';
