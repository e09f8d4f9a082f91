import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { type Actor, DomainError, newId, SYSTEM } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import type { DataSource } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { closeDataSource, createDataSource, poolOf } from '../src/data-source.js';
import { isOutage } from '../src/failures.js';
import { Transactor } from '../src/transactor.js';
import type { Tx } from '../src/tx.js';
import { expectVersion } from '../src/version.js';
import { dyingLogin } from './fixture/dying-login.js';

@Entity('counter')
class Counter {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('int') count: number;
  @Column('int') version: number;
}

const TYPE = 'intake.area.registered.v1';
const { example } = EVENTS[TYPE];
const TAKEN = new DomainError('test.name_taken', { status: 409, zh: '名称已用', en: 'The name is taken' });

let stack: TestStack;
let dataSource: DataSource;
let transactor: Transactor;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  await stack.sql(
    'intake',
    'create table counter (id uuid primary key, name text not null unique, count int not null, version int not null)',
  );
  await stack.sql('intake', 'grant select, insert, update, delete on counter to intake');
  const databaseUrl = stack.environment('intake').DATABASE_URL as string;
  dataSource = await createDataSource({ service: 'intake', databaseUrl, poolSize: 10, entities: [Counter] }).initialize();
  transactor = new Transactor(dataSource, () => {});
}, 60_000);
afterAll(async () => {
  await closeDataSource(dataSource);
  await stack?.stop();
});
beforeEach(() => stack.sql('intake', 'truncate counter, outbox, idempotency restart identity'));
beforeEach(() => {});

const rows = (table: string): Promise<Record<string, unknown>[]> => stack.sql('intake', `select * from ${table}`);
const nothingIsLeft = async (): Promise<void> => {
  for (const table of ['counter', 'outbox', 'idempotency']) expect(await rows(table)).toEqual([]);
};

function create(tx: Tx, name = 'one'): Counter {
  const counter = { id: newId(), name, count: 0, version: 1 };
  tx.insert(Counter, counter, { counter_name_key: TAKEN });
  tx.emit(TYPE, counter, example);
  return counter;
}

const make = (actor: Actor = SYSTEM, name?: string): Promise<Counter> => transactor.transact(actor, async (tx) => create(tx, name));

/** Reads, adds one, writes: as a use case does. */
function increment(id: string, actor: Actor = SYSTEM, ifMatch?: number, between = async (): Promise<void> => undefined): Promise<Counter> {
  return transactor.transact(actor, async (tx) => {
    const counter = (await tx.findOne(Counter, { id })) as Counter;
    expectVersion(counter.version, ifMatch);
    await between();
    const next = { ...counter, count: counter.count + 1, version: counter.version + 1 };
    tx.update(Counter, counter, { count: next.count });
    tx.emit(TYPE, next, example);
    return next;
  });
}

const outboxVersions = async (): Promise<number[]> =>
  (await stack.sql<{ version: string }>('intake', `select headers::jsonb->>'ce-aggregateversion' as version from outbox order by id`)).map(
    ({ version }) => Number(version),
  );

describe('use cases that race for one aggregate', () => {
  it('Two use cases that read the same version both happen, one after the other', async () => {
    const { id } = await make();
    let arrived = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (open = resolve));
    const meet = async () => {
      if (++arrived === 2) open();
      await both;
    };
    const answers = await Promise.all([increment(id, SYSTEM, undefined, meet), increment(id, SYSTEM, undefined, meet)]);
    expect(answers.map(({ count }) => count).sort()).toEqual([1, 2]);
    expect(await rows('counter')).toMatchObject([{ count: 2, version: 3 }]);
    expect(await outboxVersions()).toEqual([1, 2, 3]);
    expect(arrived).toBe(3);
  });

  it('A hundred use cases of one aggregate at once all happen, and their events are in order', async () => {
    const { id } = await make();
    const answers = await Promise.all(Array.from({ length: 100 }, () => increment(id)));
    expect(new Set(answers.map(({ count }) => count)).size).toBe(100);
    expect(await rows('counter')).toMatchObject([{ count: 100, version: 101 }]);
    expect(await outboxVersions()).toEqual(Array.from({ length: 101 }, (_, i) => i + 1));
  });

  it('A use case with a stale If-Match is refused with 412', async () => {
    const { id } = await make();
    await increment(id, SYSTEM, 1);
    await expect(increment(id, SYSTEM, 1)).rejects.toMatchObject({ code: 'platform.stale_version', definition: { status: 412 } });
    const outcomes = await Promise.allSettled([increment(id, SYSTEM, 2), increment(id, SYSTEM, 2)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rows('counter')).toMatchObject([{ count: 2, version: 3 }]);
  });

  it('A use case runs again when it needs a statement that a failed one right before it on the connection could not prepare', async () => {
    const databaseUrl = stack.environment('intake').DATABASE_URL as string;
    const source = await createDataSource({ service: 'intake', databaseUrl, poolSize: 2, entities: [Counter] }).initialize(); // one pipelined
    const fresh = new Transactor(source);
    await fresh.transact(SYSTEM, async (tx) => tx.write('delete from counter', [], 'any')); // the connection is there
    const failing = fresh.transact(SYSTEM, async (tx) => {
      tx.write('insert into counter values ($1, null, 0, 1)', [newId()]);
      tx.emit(TYPE, { id: newId(), version: 1 }, example);
    });
    const behind = fresh.transact(SYSTEM, async (tx) => tx.emit(TYPE, { id: newId(), version: 1 }, example));
    await expect(failing).rejects.toThrow('not-null');
    await behind;
    expect(await rows('outbox')).toHaveLength(1);
    await closeDataSource(source);
  });
});

describe('an Idempotency-Key', () => {
  const client = (key: string, requestHash = 'h'): Actor => ({ ...SYSTEM, id: 'client', idempotency: { key, requestHash } });

  it('A repeated Idempotency-Key gets the same answer again and does nothing', async () => {
    const first = await make(client('k'));
    expect(await make(client('k'))).toEqual(first);
    expect(await rows('counter')).toHaveLength(1);
    expect(await rows('outbox')).toHaveLength(1);
  });

  it('An Idempotency-Key that is used for another request is refused with 422', async () => {
    await make(client('k'));
    await expect(make(client('k', 'other'), 'two')).rejects.toMatchObject({ code: 'platform.idempotency_key_reused' });
    expect(await rows('counter')).toHaveLength(1);
  });

  it('The Idempotency-Key of another client is another key', async () => {
    await make(client('k'));
    await make({ ...client('k'), id: 'other' }, 'two');
    expect(await rows('counter')).toHaveLength(2);
  });

  it('Calls at once with one Idempotency-Key do one thing and all get its answer', async () => {
    const calls = Array.from({ length: 8 }, () => make(client('k')));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await rows('counter')).toHaveLength(1);
  });

  it('A call with a used Idempotency-Key gets the first answer even when the first call made the second impossible', async () => {
    const { id } = await make();
    const close = () =>
      transactor.transact(client('close'), async (tx) => {
        const counter = (await tx.findOne(Counter, { id })) as Counter;
        if (counter.count === -1) throw new DomainError('test.closed', { status: 409, zh: '已关闭', en: 'closed' });
        tx.update(Counter, counter, { count: -1 });
        return { closed: true };
      });
    expect(await Promise.all([close(), close(), close()])).toEqual(Array(3).fill({ closed: true }));
    expect(await rows('counter')).toMatchObject([{ version: 2 }]);
  });
});

describe('a database that fails', () => {
  const cutAll = () =>
    stack.sql('intake', `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'intake' and datname = current_database()`);
  const surprises: unknown[] = [];
  const onSurprise = (error: unknown) => surprises.push(error);
  beforeEach(() => {
    process.on('uncaughtException', onSurprise);
  });
  afterEach(() => {
    process.off('uncaughtException', onSurprise);
  });

  it('A use case whose connection dies leaves nothing, and the next one finds a new connection', async () => {
    const work = transactor.transact(SYSTEM, async (tx) => {
      create(tx);
      await tx.query('select 1');
      await cutAll();
      await tx.query('select 1');
    });
    await expect(work).rejects.toThrow();
    await nothingIsLeft();
    await eventually(() => make()); // the news that a kept connection is dead may still be on its way
    expect(await rows('counter')).toHaveLength(1);
    expect(surprises).toEqual([]);
  });

  it.each<[string, (source: DataSource) => Promise<unknown>]>([
    ['a statement on a pipelined connection', (source) => new Transactor(source).transact(SYSTEM, async (tx) => create(tx, newId()))],
    [
      'a use case in a session',
      (source) => new Transactor(source).transact(SYSTEM, async (tx) => [create(tx, newId()), await tx.query('select 1')]),
    ],
    ['a page', (source) => new Transactor(source).read(SYSTEM, (tx) => tx.page('select 1'))],
    ["TypeORM's own query", (source) => source.query('select 1')],
  ])('When the server stops in the very packet that ends the log-in, %s fails, and the next one succeeds', async (_, work) => {
    const way = await dyingLogin(stack.environment('intake').DATABASE_URL as string);
    const source = await createDataSource({ service: 'intake', databaseUrl: way.url, poolSize: 4, entities: [Counter] }).initialize();
    await poolOf(source)
      .query(`select pg_terminate_backend(pg_backend_pid())`)
      .catch(() => undefined); // the one it began with
    way.dieNext();
    expect(await work(source).catch(isOutage)).toBe(true);
    await eventually(() => work(source));
    await closeDataSource(source);
    await way.close();
    expect(surprises).toEqual([]);
  });
});
