import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { type Actor, DomainError, newId, SYSTEM } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import type { PoolClient, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { closeDataSource, createDataSource, pipelinedConnectionsOf, poolOf } from '../src/data-source.js';
import type { PipelinedConnection } from '../src/pipelined-connections.js';
import { Transactor } from '../src/transactor.js';
import type { ReadTx, Tx } from '../src/tx.js';

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
let wakeUps = 0;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  await stack.sql(
    'intake',
    'create table counter (id uuid primary key, name text not null unique, count int not null, version int not null)',
  );
  await stack.sql('intake', 'grant select, insert, update, delete on counter to intake');
  const databaseUrl = stack.environment('intake').DATABASE_URL as string;
  dataSource = await createDataSource({ service: 'intake', databaseUrl, poolSize: 10, entities: [Counter] }).initialize();
  transactor = new Transactor(dataSource, () => {
    wakeUps += 1;
  });
}, 60_000);
afterAll(async () => {
  await closeDataSource(dataSource);
  await stack?.stop();
});
beforeEach(() => stack.sql('intake', 'truncate counter, outbox, idempotency restart identity'));
beforeEach(() => {
  wakeUps = 0;
});

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

const outboxVersions = async (): Promise<number[]> =>
  (await stack.sql<{ version: string }>('intake', `select headers::jsonb->>'ce-aggregateversion' as version from outbox order by id`)).map(
    ({ version }) => Number(version),
  );

describe('one use case', () => {
  it('A use case without a read after a write sends everything from BEGIN to COMMIT at once, its event behind its changes', async () => {
    const texts: string[] = [];
    let sentAtOnce = 0;
    const connections = pipelinedConnectionsOf(dataSource);
    const original = connections.leastUsed;
    const connection = connections.leastUsed();
    const use = <T>(run: (client: PoolClient) => Promise<T>) =>
      connection.use((client) => {
        const query = (statement: QueryConfig | string, answered: () => void) => {
          texts.push(typeof statement === 'string' ? statement : statement.text);
          client.query(statement as string, answered);
        };
        const ended = run({ query } as unknown as PoolClient);
        sentAtOnce = texts.length;
        return ended;
      });
    connections.leastUsed = () => ({ use }) as unknown as PipelinedConnection;
    try {
      await make({ ...SYSTEM, idempotency: { key: 'k', requestHash: 'h' } });
    } finally {
      connections.leastUsed = original;
    }
    expect(texts.map((text) => text.split(' (')[0])).toEqual([
      'begin',
      'insert into counter',
      'insert into idempotency',
      'insert into outbox',
      'commit',
    ]);
    expect(sentAtOnce).toBe(texts.length);
    expect([await rows('counter'), await rows('outbox'), await rows('idempotency')].map((found) => found.length)).toEqual([1, 1, 1]);
    expect(wakeUps).toBe(1);
  });

  it('Reads that are asked for at once leave on one connection', async () => {
    const backend = (tx: ReadTx) => tx.query<{ pid: number }>('select pg_backend_pid() as pid');
    const answers = await transactor.read(SYSTEM, (tx) => Promise.all([backend(tx), backend(tx), backend(tx)]));
    expect(new Set(answers.map(([answer]) => answer?.pid)).size).toBe(1);
  });

  it('A connection that breaks after it was given back takes nothing else with it', async () => {
    const connections = pipelinedConnectionsOf(dataSource);
    let client: PoolClient | undefined;
    await connections.leastUsed().use(async (kept) => {
      client = kept;
    });
    await connections.close();
    expect(() => client?.emit('error', new Error('the server is gone'))).not.toThrow();
    expect(await transactor.read(SYSTEM, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('A use case keeps a change of any number of rows, and an event with or without such a change', async () => {
    const counter = await make();
    await transactor.transact(SYSTEM, async (tx) => tx.write('update counter set count = count + 1', [], 'any'));
    await transactor.transact(SYSTEM, async (tx) => {
      tx.write('update counter set count = count + 1', [], 'any');
      tx.emit(TYPE, { ...counter, version: 2 }, example);
    });
    await transactor.transact(SYSTEM, async (tx) => tx.emit(TYPE, { ...counter, version: 3 }, example));
    expect(await rows('counter')).toMatchObject([{ count: 2 }]);
    expect(await outboxVersions()).toEqual([1, 2, 3]);
  });

  it.each<[string, (tx: Tx) => unknown]>([
    ['work throws', () => Promise.reject(new Error('no'))],
    ['a change touches no row', (tx) => tx.write('update counter set count = 1 where id = $1', [newId()])],
    [
      'a change touches more rows than it says',
      (tx) => tx.write('insert into counter select gen_random_uuid(), g::text, 0, 1 from generate_series(1, 2) g', []),
    ],
    ['a constraint breaks', (tx) => tx.write('insert into counter values ($1, null, 0, 1)', [newId()])],
    ['an event does not fit its schema', (tx) => tx.emit(TYPE, { id: newId(), version: 1 }, {} as never)],
    ['two events would be the same version', (tx) => [0, 1].map(() => tx.emit(TYPE, { id: SAME, version: 1 }, example))],
    ['the answer can not be stored', (tx) => tx.write('insert into idempotency values ($1, $2)', ['x', 'y'])],
    ['a parameter can not be sent', (tx) => tx.write('insert into counter values ($1, $2, 0, 1)', [newId(), { amount: 1n }])],
  ])('A use case leaves nothing behind when %s, whether it has read its own changes or not', async (_, spoil) => {
    for (const hasRead of [false, true]) {
      const work = transactor.transact({ ...SYSTEM, idempotency: { key: 'k', requestHash: 'h' } }, async (tx) => {
        create(tx);
        if (hasRead) await tx.query('select 1');
        await spoil(tx);
      });
      await expect(work).rejects.toThrow();
      await nothingIsLeft();
    }
    expect(wakeUps).toBe(0);
  });
  const SAME = newId();

  it('A use case that reads after it wrote sees its own changes, and then too is all or nothing', async () => {
    const seen = transactor.transact(SYSTEM, async (tx) => {
      const { id } = create(tx);
      const counter = await tx.findOne(Counter, { id });
      expect(counter?.name).toBe('one');
      tx.write('update counter set count = 7 where id = $1', [id]);
      expect((await tx.query<{ count: number }>('select count from counter'))[0]?.count).toBe(7);
      throw new Error('changed my mind');
    });
    await expect(seen).rejects.toThrow('changed my mind');
    await nothingIsLeft();
  });

  it('A use case that reads several things at once after a write sees its own changes in each of them, in one transaction', async () => {
    await transactor.transact(SYSTEM, async (tx) => {
      create(tx);
      const counts = await Promise.all([1, 2, 3].map(() => tx.query<{ count: number }>('select count(*)::int from counter')));
      expect(counts.flat()).toEqual([{ count: 1 }, { count: 1 }, { count: 1 }]);
    });
    expect(poolOf(dataSource).totalCount - poolOf(dataSource).idleCount).toBeLessThanOrEqual(4); // the pipelined ones, which are kept
  });

  it('What is read is of the type that its column has now, though the same text was answered with another type before', async () => {
    await make();
    const counts = () => transactor.read(SYSTEM, (tx) => tx.query('select count from counter'));
    expect(await counts()).toEqual([{ count: 0 }]);
    for (const [type, count] of [
      ['text', '0'],
      ['int', 0],
    ] as const) {
      await stack.sql('intake', `alter table counter alter count type ${type} using count::${type}`);
      await stack.sql('intake', `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'intake'`);
      expect(await eventually(counts)).toEqual([{ count }]);
    }
  });

  it('A use case changes one row twice, in the order of its calls', async () => {
    const counter = await make();
    await transactor.transact(SYSTEM, async (tx) => {
      tx.update(Counter, counter, { count: 1 });
      tx.write('update counter set count = count * 10 + 2 where id = $1', [counter.id]);
    });
    expect(await rows('counter')).toMatchObject([{ count: 12, version: 2 }]);
  });

  it('A use case keeps the rows that it appends, whether it has read after a write or not', async () => {
    const row = (name: string) => ({ id: newId(), name, count: 0, version: 1 });
    await transactor.transact(SYSTEM, async (tx) => ['a', 'b'].forEach((name) => void tx.append(Counter, row(name))));
    const seen = await transactor.transact(SYSTEM, async (tx) => {
      for (const name of ['c', 'd', 'e']) tx.append(Counter, row(name));
      create(tx, 'f');
      return (await tx.query('select name from counter order by name')).map(({ name }) => name);
    });
    expect(seen).toEqual(['a', 'b', 'f']); // what is appended comes at the end
    expect((await rows('counter')).map(({ name }) => name).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('A use case appends nothing when it fails, even at the last statement', async () => {
    const work = async (tx: Tx): Promise<void> => {
      tx.append(Counter, { id: newId(), name: 'a', count: 0, version: 1 });
      tx.append(Counter, { id: newId(), name: 'a', count: 0, version: 1 }); // the name is taken by then
      create(tx, 'b');
      await tx.query('select 1');
    };
    await expect(transactor.transact(SYSTEM, work)).rejects.toBe(TAKEN);
    await nothingIsLeft();
  });

  it('A use case is refused in its own words when a unique constraint breaks', async () => {
    await make();
    await expect(make()).rejects.toBe(TAKEN);
    expect(await rows('counter')).toHaveLength(1);
    expect(await rows('outbox')).toHaveLength(1);
  });
});
