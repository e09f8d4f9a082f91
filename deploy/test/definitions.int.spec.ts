import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES } from '@zero-distance/contracts';
import { program } from '@zero-distance/local-stack';
import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrateSchema, type SchemaSource, schemaSourceOf } from '../src/migrations.js';
import { MIGRATOR } from '../src/postgres.js';

const PROGRAM = program('deploy', 'migrate');

let stack: TestStack;
let migrator: string;
let evaluation: SchemaSource;
let withOne: SchemaSource;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  const url = new URL(stack.adminUrl);
  Object.assign(url, { username: MIGRATOR, password: stack.secret('MIGRATOR_PASSWORD') });
  migrator = url.href;
  evaluation = await schemaSourceOf('evaluation');
  const one: RepeatableDefinition = { name: 'one', sql: 'create or replace function one() returns int language sql return 1' };
  withOne = { ...evaluation, definitions: [...evaluation.definitions, one] };
}, 60_000);
afterAll(() => stack.stop());

describe('the definitions of a schema', () => {
  it.each(SERVICES)('are all of the functions and views that %s has', async (service) => {
    const { definitions } = await schemaSourceOf(service);
    const client = new Client({ connectionString: migrator, options: `-c search_path=${service.replace('-', '_')}` });
    await client.connect();
    try {
      await client.query('BEGIN');
      for (const { sql } of definitions) await client.query(sql);
      const { rows } = await client.query(`
        SELECT oid::regprocedure::text AS left_out FROM pg_proc
          WHERE pronamespace = current_schema::regnamespace AND xmin <> pg_current_xact_id()::xid
        UNION ALL SELECT c.relname FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
          WHERE c.relkind IN ('v', 'm') AND c.relnamespace = current_schema::regnamespace AND r.xmin <> pg_current_xact_id()::xid`);
      expect(rows).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('are run once where there was no record of them, as --dry-run says, and leave every function as it was', async () => {
    const lines = evaluation.definitions.map(({ name }) => `defined evaluation: ${name}\n`);
    await stack.sql('evaluation', 'DROP TABLE repeatable_definition'); // as the versions before had it
    await stack.sql('evaluation', 'DROP FUNCTION recount_figures()');
    const before = await functions();
    await stack.sql('evaluation', "INSERT INTO figure VALUES ('', '2025', 'told-by-nobody', 1)");
    expect(await migrate('--dry-run')).toBe(lines.map((line) => `would have ${line}`).join(''));
    expect(await migrate()).toBe(lines.join(''));
    expect(await migrate()).toBe('');
    expect((await functions()).filter((made) => !made.startsWith('CREATE OR REPLACE FUNCTION evaluation.recount_figures'))).toEqual(before);
    // What is as it was is not counted again.
    expect(await stack.sql('evaluation', "DELETE FROM figure WHERE name = 'told-by-nobody' RETURNING amount")).toEqual([{ amount: 1 }]);
  });

  it('that have another text are run again, those alone, and what was kept by the former text is made again', async () => {
    const writer = new Client({ connectionString: stack.environment('evaluation').DATABASE_URL });
    await writer.connect();
    try {
      await hazardFound(writer, '2025-01-31T23:59:59+08:00');
      await writer.query('SELECT fold_figures()');
      await writer.query('BEGIN');
      await hazardFound(writer, '2025-02-01T00:00:00+08:00');
      const applied = migrateSchema(
        'evaluation',
        withContribution((one) => ({ ...one, sql: one.sql.replaceAll("'hazards-found'", "'found'") })),
        migrator,
      );
      // It waits for who counts by the former definition.
      await Promise.race([applied, eventually(async () => expect(await waitingForTables()).toBe(1))]);
      await writer.query('COMMIT');
      expect(await applied).toEqual(['defined evaluation: contribution']);
      expect(await counted()).toEqual([{ name: 'found', amount: 2 }]);
      await hazardFound(writer, '2025-03-01T00:00:00+08:00');
      await writer.query('SELECT fold_figures()');
      expect(await counted()).toEqual([{ name: 'found', amount: 3 }]);
    } finally {
      await writer.end();
    }
    expect(await migrateSchema('evaluation', evaluation, migrator)).toEqual(['defined evaluation: contribution']);
    expect(await counted()).toEqual([{ name: 'hazards-found', amount: 3 }]);
  });

  it.each([
    [
      'text',
      { sql: 'create or replace function counter(no_such_type) returns text language sql return 1' },
      'type no_such_type does not exist',
    ],
    ['sequel', { whenChanged: 'select no_such_function()' }, 'function no_such_function() does not exist'],
  ])('whose %s cannot be run are named, and nothing of them is done', async (_part, broken, message) => {
    const before = [await functions(), await counted()];
    const source = withContribution((one) => ({ ...one, sql: one.sql.replaceAll("'hazards-found'", "'found'"), ...broken }));
    await expect(migrateSchema('evaluation', source, migrator)).rejects.toThrow(`evaluation: definition contribution: ${message}`);
    expect([await functions(), await counted()]).toEqual(before);
    expect(await migrate()).toBe('');
  });

  it('that a migration dropped are run again where it took back their note', async () => {
    class Dropped1900000000000 implements MigrationInterface {
      readonly name = 'Dropped1900000000000';
      async up(runner: QueryRunner): Promise<void> {
        await runner.query("drop function one(); delete from repeatable_definition where name = 'one'");
      }
      async down(): Promise<void> {}
    }
    await migrateSchema('evaluation', withOne, migrator);
    const source = { ...withOne, migrations: [...withOne.migrations, Dropped1900000000000] };
    expect(await migrateSchema('evaluation', source, migrator)).toEqual([
      'migrated evaluation: Dropped1900000000000',
      'defined evaluation: one',
    ]);
  });

  it('that are in the list no more are told and forgotten, and what they made stays for a migration to drop', async () => {
    await migrateSchema('evaluation', withOne, migrator);
    const told = 'forgotten evaluation: one, defined no more; a migration drops what it made\n';
    expect(await migrate('--dry-run')).toBe(`would have ${told}`);
    expect(await migrate()).toBe(told);
    expect(await migrate()).toBe('');
    const role = new Client({ connectionString: stack.environment('evaluation').DATABASE_URL });
    await role.connect();
    expect((await role.query('SELECT one()')).rows).toEqual([{ one: 1 }]); // and the service may call it
    await role.end();
  });
});

/** Evaluation's schema with another definition of what rows count for. */
const withContribution = (change: (one: RepeatableDefinition) => RepeatableDefinition): SchemaSource => ({
  ...evaluation,
  definitions: evaluation.definitions.map((one) => (one.name === 'contribution' ? change(one) : one)),
});

const functions = async (): Promise<string[]> => {
  const rows = await stack.sql<{ text: string }>(
    'evaluation',
    "SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE pronamespace = 'evaluation'::regnamespace ORDER BY oid::regprocedure::text",
  );
  return rows.map(({ text }) => text);
};

const counted = () => stack.sql('evaluation', "SELECT name, amount FROM figure WHERE area_code = '' AND period = '2025' ORDER BY name");

const hazardFound = (client: Client, at: string) =>
  client.query("INSERT INTO hazard (id, area_code, found_at) VALUES (gen_random_uuid(), '230903011001', $1)", [at]);

async function waitingForTables(): Promise<number> {
  const rows = await stack.sql(
    'evaluation',
    "SELECT FROM pg_locks WHERE NOT granted AND locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  return rows.length;
}

/** What the program wrote; throws with its standard error when it fails. */
async function migrate(...options: string[]): Promise<string> {
  const env = { ...stack.secrets, ADMIN_DATABASE_URL: stack.adminUrl, NATS_URL: stack.natsUrl };
  const { stdout } = await promisify(execFile)(process.execPath, [...PROGRAM, '--services', 'evaluation', ...options], { env });
  return stdout === 'nothing to do\n' ? '' : stdout;
}
