import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { nanos } from '@nats-io/nats-core';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { program } from '@zero-distance/local-stack';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import { Client } from 'pg';
import { SCHEMA_OWNERS, schemaNameOf } from '../src/owners.js';
import { MIGRATOR } from '../src/postgres.js';
import { wantedConsumers, wantedStreams } from '../src/streams.js';

const PROGRAM = program('deploy', 'migrate');

let stack: TestStack;
let nats: NatsConnection;
let manager: JetStreamManager;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  nats = await connect({
    servers: stack.natsUrl,
    user: 'deploy',
    pass: stack.secret('DEPLOY_NATS_PASSWORD'),
    inboxPrefix: '_INBOX_deploy',
  });
  manager = await jetstreamManager(nats, { checkAPI: false });
}, 60_000);
afterAll(async () => {
  await nats.close();
  await stack.stop();
});

describe('migrate', () => {
  it('changes nothing the second time', async () => {
    expect(await migrate()).toBe('');
  });

  it('two at once take turns', async () => {
    expect(await Promise.all([migrate(), migrate()])).toEqual(['', '']);
  });

  it('two at once on a server without the database make it together', async () => {
    const url = new URL(stack.adminUrl);
    url.pathname = '/made_by_two';
    const admin = new Client({ connectionString: stack.adminUrl });
    await admin.connect();
    try {
      await admin.query('BEGIN; LOCK pg_database IN SHARE MODE'); // nobody can make a database: both get as far as trying to
      const said = Promise.all([1, 2].map(() => migrate({ ADMIN_DATABASE_URL: url.href })));
      await Promise.race([said, eventually(async () => expect(await queriesLike(admin, 'CREATE DATABASE%made_by_two%')).toBe(2))]);
      await admin.query('COMMIT');
      expect((await said).filter((lines) => lines.includes('migrated gateway'))).toHaveLength(1);
    } finally {
      await admin.query('ROLLBACK');
      await admin.query('DROP DATABASE IF EXISTS made_by_two WITH (FORCE)');
      await admin.end();
    }
  });

  it('says with --dry-run what it would do, in the words in which it then says that it did, and does nothing', async () => {
    const url = new URL(stack.adminUrl);
    url.pathname = '/not_yet_made';
    const elsewhere = { ADMIN_DATABASE_URL: url.href };
    await manager.consumers.delete('EVT_INTAKE', 'evaluation');
    const planned = (await migrate(elsewhere, '--dry-run')).trimEnd().split('\n');
    expect(planned[0]).toBe('would have created database not_yet_made');
    expect(await migrate(elsewhere, '--dry-run')).toBe(`${planned.join('\n')}\n`);
    try {
      const done = (await migrate(elsewhere)).trimEnd().split('\n');
      expect(done[0]).toBe('created consumer EVT_INTAKE/evaluation'); // before anything that a migration tells
      expect(done[1]).toMatch(/^migrated gateway: /);
      expect(planned.slice(1)).toEqual(done.map((line) => `would have ${line}`));
      expect(await migrate(elsewhere, '--dry-run')).toBe('nothing to do\n');
    } finally {
      const admin = new Client({ connectionString: stack.adminUrl });
      await admin.connect();
      await admin.query('DROP DATABASE IF EXISTS not_yet_made WITH (FORCE)');
      await admin.end();
    }
  });

  it('tells its options, and refuses what is none', async () => {
    expect(await migrate({ ADMIN_DATABASE_URL: '' }, '--help')).toMatch(/--dry-run .* changes nothing/);
    await expect(migrate({}, '--dryrun')).rejects.toThrow("migrate: Unknown option '--dryrun'");
    await expect(migrate({}, 'gateway')).rejects.toThrow("migrate: Unexpected argument 'gateway'");
    await expect(migrate({}, '--services', 'intak')).rejects.toThrow('migrate: --services: there is no intak; there are intake, ');
    await expect(migrate({}, '--services=')).rejects.toThrow('migrate: --services: name at least one of ');
  });

  it('made every stream and consumer as the design says', async () => {
    for (const wanted of wantedStreams(1)) expect((await manager.streams.info(wanted.name)).config).toMatchObject(wanted);
    for (const { stream, config } of wantedConsumers()) {
      expect((await manager.consumers.info(stream, config.durable_name ?? '')).config).toMatchObject(config);
    }
  });

  it('mends a stream and a consumer that were changed, keeping the place the consumer had reached', async () => {
    await stack.publishRaw({ subject: 'evt.intake.request.tried.v1', body: '{}' });
    const { config } = await manager.streams.info('EVT_INTAKE');
    await manager.streams.update('EVT_INTAKE', { ...config, max_age: nanos(60_000 * 60), duplicate_window: nanos(1_000) });
    await manager.consumers.update('EVT_INTAKE', 'dispatch', { ack_wait: nanos(1_000), filter_subject: 'evt.intake.>' });
    const before = await manager.consumers.info('EVT_INTAKE', 'dispatch');
    expect((await migrate()).split('\n')).toEqual([
      'updated stream EVT_INTAKE (duplicate_window, max_age)',
      'updated consumer EVT_INTAKE/dispatch (filter_subject, ack_wait)',
      '',
    ]);
    const after = await manager.consumers.info('EVT_INTAKE', 'dispatch');
    expect(after.created).toBe(before.created);
    expect(after.num_pending).toBe(before.num_pending);
  });

  it('needs no superuser, only the owner of the database with CREATEROLE', async () => {
    const admin = new Client({ connectionString: stack.adminUrl });
    await admin.connect();
    await admin.query("CREATE ROLE district_owner LOGIN CREATEROLE CREATEDB PASSWORD 'owner'");
    await admin.query('GRANT CONNECT ON DATABASE postgres TO district_owner'); // on this server no longer everybody's
    for (const role of [MIGRATOR, ...SCHEMA_OWNERS.map(schemaNameOf)])
      await admin.query(`GRANT ${role} TO district_owner WITH ADMIN OPTION`);
    const url = new URL(stack.adminUrl);
    Object.assign(url, { username: 'district_owner', password: 'owner', pathname: '/owned_by_another' });
    try {
      await migrate({ ADMIN_DATABASE_URL: url.href });
      expect(await run({ ADMIN_DATABASE_URL: url.href })).toEqual({
        stdout: '',
        stderr: expect.stringContaining('every role keeps what the server gives to all'),
      });
    } finally {
      await admin.query('DROP DATABASE IF EXISTS owned_by_another');
      await admin.query('DROP OWNED BY district_owner; DROP ROLE district_owner');
      await admin.end();
    }
  });

  it('stops with a sentence at what cannot be changed in place, and leaves it', async () => {
    await manager.consumers.delete('EVT_INSPECTION', 'dispatch');
    await manager.consumers.add('EVT_INSPECTION', { durable_name: 'dispatch', filter_subject: 'evt.inspection.>' });
    await expect(migrate()).rejects.toThrow(/consumer EVT_INSPECTION\/dispatch exists with another ack_policy .*delete it by hand/);
    expect((await manager.consumers.info('EVT_INSPECTION', 'dispatch')).config.ack_policy).toBe('none');
  });

  it('says what is missing when NATS does not know its users', async () => {
    await expect(migrate({ DEPLOY_NATS_PASSWORD: 'wrong' })).rejects.toThrow(
      /does not know the user "deploy".*include what nats-config\.js prints/,
    );
  });

  it('says which server cannot be reached', async () => {
    await expect(migrate({ NATS_URL: 'nats://127.0.0.1:1' })).rejects.toThrow('NATS at nats://127.0.0.1:1 cannot be reached');
    await expect(migrate({ ADMIN_DATABASE_URL: 'postgres://postgres@127.0.0.1:1/x' })).rejects.toThrow('Postgres at 127.0.0.1:1');
  });

  it('gives its password to no server without TLS when the URL asks for TLS', async () => {
    const url = stack.natsUrl.replace('nats://', 'tls://');
    await expect(migrate({ NATS_URL: url })).rejects.toThrow("server does not support 'tls'");
  });

  it.each(['MIGRATOR_PASSWORD', 'GATEWAY_DB_PASSWORD', 'DEPLOY_NATS_PASSWORD', 'NATS_URL', 'ADMIN_DATABASE_URL'])(
    'names the missing %s',
    async (name) => {
      await expect(migrate({ [name]: '' })).rejects.toThrow(`${name} is not set`);
    },
  );
});

/** How many sessions are at a statement like this one. */
async function queriesLike(admin: Client, pattern: string): Promise<number> {
  await admin.query('SELECT pg_stat_clear_snapshot()'); // within a transaction the first answer is kept
  const { rowCount } = await admin.query(
    "SELECT FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE $1",
    [pattern],
  );
  return rowCount ?? 0;
}

/** What the program wrote; throws with its standard error when it fails. */
async function migrate(changed: Record<string, string> = {}, ...options: string[]): Promise<string> {
  return (await run(changed, ...options)).stdout;
}

function run(changed: Record<string, string>, ...options: string[]): Promise<{ stdout: string; stderr: string }> {
  const env = { ...stack.secrets, ADMIN_DATABASE_URL: stack.adminUrl, NATS_URL: stack.natsUrl, ...changed };
  return promisify(execFile)(process.execPath, [...PROGRAM, '--services', 'gateway', ...options], { env });
}
