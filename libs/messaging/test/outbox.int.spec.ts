import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, SYSTEM } from '@zero-distance/kernel';
import { closeDataSource, createDataSource, Transactor } from '@zero-distance/persistence';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Outbox } from '../src/outbox/outbox.js';
import { OutboxCursor } from '../src/outbox/outbox-cursor.js';
import { OutboxGaps } from '../src/outbox/outbox-gaps.js';

const INSERT = `insert into outbox (event_id, subject, headers, body) values (gen_random_uuid(), 'evt.intake.x', '{}', '{}') returning id`;

let stack: TestStack;
let dataSource: DataSource;
let relay: Client;

const connect = async (): Promise<Client> => {
  const client = new Client({ connectionString: stack.environment('intake').DATABASE_URL });
  await client.connect();
  return client;
};
const insert = async (client: Client): Promise<number> => Number((await client.query<{ id: string }>(INSERT)).rows[0]?.id);
const place = async () => (await stack.sql('intake', 'select last_id::int as at, generation from relay_position'))[0];

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  const databaseUrl = stack.environment('intake').DATABASE_URL as string;
  dataSource = await createDataSource({ service: 'intake', databaseUrl, poolSize: 2, entities: [] }).initialize();
  relay = await connect();
}, 60_000);
afterAll(async () => {
  await relay?.end();
  await closeDataSource(dataSource);
  await stack?.stop();
});
beforeEach(async () => {
  await stack.sql('intake', 'truncate outbox');
  await stack.sql('intake', 'update relay_position set last_id = 0, generation = 0');
});

describe('a gap in the ids of the outbox', () => {
  let holder: Client;
  afterEach(() => holder.end());

  /** A cursor that has seen one id behind a gap, which `holder` still holds. */
  async function aGap() {
    holder = await connect();
    await holder.query('begin');
    const held = await insert(holder);
    const seen = await insert(relay);
    const cursor = new OutboxCursor(held - 1, 0);
    cursor.saw([seen]);
    cursor.published([seen]);
    let now = 0;
    const gaps = new OutboxGaps(relay, () => now);
    const look = async () => {
      now += 1_000;
      await gaps.settle(cursor);
    };
    return { held, seen, cursor, look };
  }

  it('A gap stays open while the transaction that drew its id lives, however often the relay looks', async () => {
    const { held, cursor, look } = await aGap();
    for (let i = 0; i < 5; i++) await look();
    expect(cursor.gaps).toEqual([{ first: held, last: held }]);
  });

  it('A gap is closed when the transaction that drew its id has failed', async () => {
    const { seen, cursor, look } = await aGap();
    await look();
    await holder.query('rollback');
    await look();
    expect(cursor.position).toBe(seen);
  });

  it('A gap is not closed over an event that was committed between two looks', async () => {
    const { held, cursor, look } = await aGap();
    await look();
    await holder.query('commit');
    for (let i = 0; i < 3; i++) await look();
    expect(cursor.gaps).toEqual([{ first: held, last: held }]);
  });
});

describe('publishing again', () => {
  it('Publishing again sets the relay back to the first event emitted since then, in a new epoch', async () => {
    const outbox = new Outbox(new Transactor(dataSource));
    const old = await insert(relay);
    await stack.sql('intake', `update outbox set created_at = created_at - interval '1 second'`); // JavaScript's times are of milliseconds
    const [{ since } = { since: new Date(0) }] = await stack.sql<{ since: Date }>('intake', 'select clock_timestamp() as since');
    const ids = [await insert(relay), await insert(relay)];
    const pending = await insert(relay);
    await stack.sql('intake', 'update relay_position set last_id = $1', [ids[1]]);
    expect(await outbox.republish(SYSTEM, since)).toMatchObject({ events: 2 });
    expect(await place()).toEqual({ at: old, generation: 1 });
    expect(pending).toBeGreaterThan(old);
  });

  it('Publishing again changes nothing when nothing was published since then', async () => {
    await insert(relay);
    expect(await new Outbox(new Transactor(dataSource)).republish(SYSTEM, new Date(0))).toMatchObject({ events: 0 });
    expect(await place()).toEqual({ at: 0, generation: 0 });
  });
});

describe('an old partition of the outbox', () => {
  const pieces = () => stack.sql('intake', `select 1 from pg_class where relname = 'outbox_20250101'`);

  it('An old partition of the outbox is dropped once its events are published, and never before', async () => {
    const piece = `create table outbox_20250101 partition of outbox for values from ('2025-01-01') to ('2025-01-02')`;
    await stack.sql('intake', piece);
    await stack.sql('intake', 'alter table outbox_20250101 owner to zd_migrator');
    const old = `insert into outbox (event_id, subject, headers, body, created_at) values ($1, 'evt.intake.x', '{}', '{}', '2025-01-01 12:00Z')`;
    await stack.sql('intake', old, [newId()]);
    await relay.query('select maintain_partitions()');
    expect(await pieces()).toHaveLength(1);
    await stack.sql('intake', 'update relay_position set last_id = (select max(id) from outbox)');
    await relay.query('select maintain_partitions()');
    expect(await pieces()).toHaveLength(0);
  });
});
