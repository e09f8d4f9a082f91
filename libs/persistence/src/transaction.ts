import { type EventData, type EventType, serviceOf } from '@zero-distance/contracts';
import type { Actor, DomainError } from '@zero-distance/kernel';
import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { BulkInserts } from './bulk-inserts.js';
import { type EntityClass, pipelinedConnectionsOf, poolOf } from './data-source.js';
import { columnNameOf, columnsOf, insertSql, lockSql, type Sql, selectOf, selectSql, updateSql } from './entity-sql.js';
import { insertEvent, outboxRow } from './event-message.js';
import type { ConcurrentChange } from './failures.js';
import type { PipelinedConnection } from './pipelined-connections.js';
import { Statement } from './prepared.js';
import type { QueuedWrite } from './queued-write.js';
import { Session } from './session.js';
import type { Conflicts, Tx } from './tx.js';

/** A Tx and how it ends. `transact` and the consumer use it; use cases see only Tx. */
export class Transaction implements Tx {
  private writes: QueuedWrite[] = [];
  private events: QueuedWrite[] = [];
  private readonly bulkInserts = new BulkInserts();
  private readonly reached = new Set<string>();
  private session?: Promise<Session>;
  private pipelined?: PipelinedConnection;
  readonly conflicts = new Map<string, DomainError | ConcurrentChange>();
  /** Whether the transaction has an event: the relay is to be woken after the commit. */
  emitted = false;
  /** So many writes and events were queued. */
  queued = 0;

  constructor(
    private readonly dataSource: DataSource,
    readonly actor: Actor,
    readonly now: Date = new Date(),
  ) {}

  async findOne<E extends ObjectLiteral>(entity: EntityClass<E>, where: Partial<E>): Promise<E | undefined> {
    return (await this.read(selectSql(this.dataSource, entity, where))).rows[0] as E | undefined;
  }

  async query<R extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return (await this.read({ text: sql, params })).rows as R[];
  }

  async page<R extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    await this.flush();
    const session = await this.session;
    const page = { text: sql, values: params as unknown[] };
    // Not pipelined with others: it may take long, and what is behind it would wait for it.
    return (await (session?.ask(page) ?? poolOf(this.dataSource).query(page))).rows as R[];
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
    this.queued += 1;
    this.writes.push(insertSql(this.dataSource, entity, row));
  }

  update<E extends ObjectLiteral>(entity: EntityClass<E>, key: { id: string; version: number }, changes: Partial<E>, steps = 1): void {
    this.queued += 1;
    this.writes.push({
      ...updateSql(this.dataSource, entity, key, changes, steps),
      rows: 1,
      lock: lockSql(this.dataSource, entity, key.id),
    });
  }

  append<E extends ObjectLiteral>(entity: EntityClass<E>, row: Partial<E>): void {
    this.queued += 1;
    this.bulkInserts.add(insertSql(this.dataSource, entity, row));
  }

  upsert(sql: string, params: readonly unknown[]): void {
    this.queued += 1;
    this.bulkInserts.add({ text: sql, params });
  }

  write(sql: string, params: readonly unknown[], rows: number | 'any' = 1): void {
    this.queued += 1;
    this.writes.push({ text: sql, params, rows: rows === 'any' ? undefined : rows });
  }

  async execute(text: string, params: readonly unknown[]): Promise<void> {
    await this.begin();
    await this.read({ text, params });
  }

  emit<T extends EventType>(type: T, aggregate: { id: string; version: number }, data: EventData<T>): void {
    const place = `${aggregate.id} at version ${aggregate.version}`;
    if (this.reached.has(place))
      throw new Error(`${type}: ${place} has emitted an event already; consumers would take this one for a repetition`);
    this.reached.add(place);
    this.events.push(insertEvent(outboxRow({ service: serviceOf(type), type, aggregate, data, now: this.now })));
    this.emitted = true;
  }

  /** Opens the database transaction now: for work that has to see its own changes. */
  begin(): Promise<Session> {
    this.session ??= this.open();
    return this.session;
  }

  /** Locks a row before anything is read. */
  async lock(sql: Sql): Promise<void> {
    await this.begin();
    await this.read(sql);
  }

  /** Sends what is queued, in a transaction opened on the spot. Waits for no answer: the next read does, or `commit`. */
  async flush(): Promise<void> {
    if (this.writes.length === 0 && this.events.length === 0) return;
    const session = await this.begin();
    for (const write of this.takeQueued()) session.write(write);
  }

  async commit(): Promise<void> {
    const last = [...this.takeQueued(), ...this.bulkInserts.take()];
    const session = await this.session;
    this.session = undefined;
    if (session) await session.commit(last);
    else if (last.length > 0) await this.connection.use((client) => new Session(client).commit(last));
  }

  async rollback(): Promise<void> {
    this.takeQueued();
    this.bulkInserts.clear();
    const session = await this.session?.catch(() => undefined); // if it could not be opened, the caller knows
    this.session = undefined;
    await session?.rollback();
  }

  /** One for all its reads: those that are asked for at once leave in one write. */
  private get connection(): PipelinedConnection {
    this.pipelined ??= pipelinedConnectionsOf(this.dataSource).leastUsed();
    return this.pipelined;
  }

  private async open(): Promise<Session> {
    const client = await poolOf(this.dataSource).connect();
    return new Session(client, (isBroken) => client.release(isBroken));
  }

  /** Events last: an aggregate's row is locked before its event takes an outbox id, so the ids follow its versions. */
  private takeQueued(): QueuedWrite[] {
    const queued = [...this.writes, ...this.events];
    this.writes = [];
    this.events = [];
    return queued;
  }

  private async read(sql: Sql): Promise<QueryResult> {
    await this.flush();
    const session = await this.session;
    const statement = new Statement(sql);
    return session?.ask(statement) ?? this.connection.use((client) => answerOf(client, statement));
  }
}

const answerOf = (client: ClientBase, statement: Statement): Promise<QueryResult> =>
  new Promise((resolve, reject) => {
    client.query(statement as never, (error: Error | null, result: QueryResult) => (error ? reject(error) : resolve(result)));
  });
