import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { Client } from 'pg';
import { SCHEMA_OWNERS, schemaNameOf } from '../src/owners.js';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  const migrator = await client(migratorUrl());
  await migrator.query('CREATE TABLE intake.secret (n int)');
  await migrator.end();
}, 60_000);
afterAll(() => stack.stop());

describe("dispatch's database role", () => {
  let dispatch: Client;
  beforeAll(async () => {
    dispatch = await client(stack.environment('dispatch').DATABASE_URL);
  });
  afterAll(() => dispatch.end());

  it('works on rows of its own schema, without naming it', async () => {
    await dispatch.query("INSERT INTO suspect VALUES ('EVT_INTAKE', '1')");
    await dispatch.query('UPDATE suspect SET times = 2');
    expect((await dispatch.query('SELECT times FROM suspect')).rows).toEqual([{ times: 2 }]);
    await dispatch.query('DELETE FROM suspect');
  });

  it("cannot read intake's tables", async () => {
    await expect(dispatch.query('SELECT * FROM intake.secret')).rejects.toThrow('permission denied for schema intake');
  });

  it("does not see intake's tables in the information schema", async () => {
    const { rows } = await dispatch.query(
      "SELECT table_schema FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')",
    );
    expect(new Set(rows.map((row) => row.table_schema))).toEqual(new Set(['dispatch']));
  });

  it.each([
    ['make a table in its own schema', 'CREATE TABLE mine (n int)', 'permission denied for schema dispatch'],
    ['make a table in public', 'CREATE TABLE public.mine (n int)', 'permission denied for schema public'],
    ['make a temporary table', 'CREATE TEMPORARY TABLE mine (n int)', 'permission denied to create temporary tables'],
    ['make a schema', 'CREATE SCHEMA mine', 'permission denied for database'],
    ['empty a table at a stroke', 'TRUNCATE suspect', 'permission denied for table suspect'],
    ['become the migrator', 'SET ROLE zd_migrator', 'permission denied to set role'],
    ['rewrite which migrations ran', 'DELETE FROM migration', 'permission denied for table migration'],
    ['say which definitions it has', 'DELETE FROM repeatable_definition', 'permission denied for table repeatable_definition'],
    ['say how long history is kept', "UPDATE partition_plan SET keep = '0 days'", 'permission denied for table partition_plan'],
    ['name history again to have it dropped', "INSERT INTO partition_plan VALUES ('x', 'day', '0 days')", 'permission denied'],
  ])('cannot %s', async (_what, statement, message) => {
    await expect(dispatch.query(statement)).rejects.toThrow(message);
  });
});

describe('a database role that somebody has taken over', () => {
  const ROLES = SCHEMA_OWNERS.map(schemaNameOf);
  let taken: Client;
  let other: Client;
  beforeAll(async () => {
    taken = await client(stack.environment('dispatch').DATABASE_URL);
    other = await client(stack.environment('intake').DATABASE_URL);
  });
  afterAll(() => Promise.all([taken.end(), other.end()]));

  it.each([
    ['hold the lock by which another service has its owner', "SELECT pg_advisory_lock(hashtext('owner:intake'))"],
    ['try for it', "SELECT pg_try_advisory_lock(hashtext('owner:intake'))"],
    ['fill the table of locks', 'SELECT pg_advisory_xact_lock_shared(n) FROM generate_series(1, 10) AS n'],
    ['fill the disk with large objects', "SELECT lo_from_bytea(0, 'x')"],
    ['make an empty one', 'SELECT lo_create(0)'],
    ['end the sessions of another', "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'intake'"],
    ['break off their queries', "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'intake'"],
    ['hold the rows of a shared catalog', 'SELECT FROM pg_database FOR UPDATE'],
    ['hold a shared catalog', 'BEGIN; LOCK TABLE pg_database IN SHARE MODE'],
    ['leave a prepared transaction behind', "BEGIN; PREPARE TRANSACTION 'left'"],
    ['keep the log of changes for ever', "SELECT pg_create_physical_replication_slot('kept', true)"],
    ['take more connections than its share', 'ALTER ROLE dispatch CONNECTION LIMIT -1'],
    ['put more on the disk than its share', "SET temp_file_limit = '-1'"],
    ['become another', 'SET ROLE intake'],
    ['change another', "ALTER ROLE intake SET search_path = 'dispatch'"],
    ['give away its schema', 'ALTER SCHEMA dispatch OWNER TO intake'],
  ])('cannot %s', async (_what, statement) => {
    try {
      await expect(taken.query(statement)).rejects.toThrow(/permission denied|must be owner|prepared transactions are disabled/);
    } finally {
      await taken.query('ROLLBACK');
    }
  });

  it('has none of the functions by which one role can stop others, whatever Postgres adds to them', async () => {
    const { rows } = await taken.query(
      `SELECT role, oid::regprocedure::text AS function FROM pg_proc, unnest($1::text[]) AS role
       WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ 'advisory|^lo_|^lo(read|write)$'
         AND has_function_privilege(role, oid, 'EXECUTE')`,
      [ROLES],
    );
    expect(rows).toEqual([]);
  });

  it.each(['postgres', 'template1'])('cannot connect to the database %s', async (database) => {
    const url = new URL(stack.environment('dispatch').DATABASE_URL ?? '');
    url.pathname = `/${database}`;
    await expect(client(url.href)).rejects.toThrow(`permission denied for database "${database}"`);
  });

  it('leaves half of the connections to others', async () => {
    const { rows } = await taken.query(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY($1)
         AND NOT rolconnlimit BETWEEN 1 AND current_setting('max_connections')::int / 2`,
      [ROLES],
    );
    expect(rows).toEqual([]);
  });

  it('cannot let others into its schema', async () => {
    await taken.query('GRANT USAGE ON SCHEMA dispatch TO intake; GRANT SELECT ON suspect TO intake');
    await expect(other.query('SELECT FROM dispatch.suspect')).rejects.toThrow('permission denied for schema dispatch');
  });

  it('holds up nobody by what its own schema lets it do', async () => {
    await taken.query('BEGIN; SELECT maintain_partitions(), take_ownership()');
    await other.query("SET statement_timeout = '10s'");
    expect((await other.query('SELECT maintain_partitions(), take_ownership() AS owner')).rows).toMatchObject([{ owner: true }]);
    await taken.query('ROLLBACK');
  });
});

describe('what happened', () => {
  const NEW_PARTITION = "SELECT max(relname) AS name FROM pg_class WHERE relname LIKE 'request\\_history\\_2%' AND relkind = 'r'";
  const RIGHTS = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'];
  let partition: string;
  let intake: Client;

  // The partition of a month to come, made by the running service.
  beforeAll(async () => {
    intake = await client(stack.environment('intake').DATABASE_URL);
    [{ name: partition = '' } = {}] = await stack.sql<{ name: string }>('intake', NEW_PARTITION);
    await stack.sql('intake', `DROP TABLE ${partition}`);
    await intake.query('SELECT maintain_partitions()');
    expect(await stack.sql('intake', NEW_PARTITION)).toEqual([{ name: partition }]);
  });
  afterAll(() => intake.end());

  it('can be read and added to by the service it happened in, and nothing else, in every table and partition', async () => {
    const tables = await stack.sql<{ role: string; table: string; rights: string[] }>(
      'intake',
      `SELECT relnamespace::regnamespace::text AS role, relname AS table,
         array(SELECT r FROM unnest($1::text[]) WITH ORDINALITY AS all_of(r, n)
               WHERE has_table_privilege(relnamespace::regnamespace::text, pg_class.oid, r) ORDER BY n) AS rights
       FROM pg_class WHERE relkind IN ('r', 'p') AND relname ~ '^(access_record|audit|audit_link|deadline_entry|outbox|.+_history)(_[0-9]{8})?$'`,
      [RIGHTS],
    );
    expect(new Set(tables.map(({ role }) => role))).toEqual(
      new Set(['intake', 'dispatch', 'case_mediation', 'inspection', 'evaluation', 'gateway']),
    );
    expect(tables.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['access_record', 'audit', 'audit_link', 'deadline_entry', 'outbox', 'request_history', partition]),
    );
    expect(tables.filter(({ rights }) => rights.join() !== 'SELECT,INSERT')).toEqual([]);
  });

  it.each(['access_record', 'request_history', 'the partition'])(
    'in %s is neither changed nor taken away by intake itself',
    async (place) => {
      const table = place === 'the partition' ? partition : place;
      for (const deed of [`UPDATE ${table} SET actor_id = 'nobody'`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
        await expect(intake.query(deed)).rejects.toThrow(`permission denied for table ${table}`);
    },
  );
});

async function client(url: string | undefined): Promise<Client> {
  const made = new Client({ connectionString: url });
  await made.connect();
  return made;
}

function migratorUrl(): string {
  const url = new URL(stack.adminUrl);
  url.username = 'zd_migrator';
  url.password = stack.secret('MIGRATOR_PASSWORD');
  return url.href;
}
