import { randomBytes } from 'node:crypto';
import { STACK_SERVICES } from '@zero-distance/local-stack';
import { Client } from 'pg';
import { type Beginning, templateOf, testRun } from './test-run.js';

export interface FreshDatabase {
  /** URL of the superuser. */
  readonly adminUrl: string;
  drop(): Promise<void>;
  /** Lets fresh databases with this beginning be copies of it from now on. */
  keepAs(beginning: Beginning): Promise<void>;
}

/** A new database with every schema migrated, for one test file: a copy of the run's template. */
export async function freshDatabase(beginning: Beginning = 'empty'): Promise<FreshDatabase> {
  const { adminUrl } = testRun();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = adminUrl.replace(/[^/]*$/, 'postgres');
  const roles = ['zd_migrator', ...STACK_SERVICES.map((service) => service.replaceAll('-', '_'))];
  await statements(server, [
    `CREATE DATABASE ${name} TEMPLATE ${templateOf(beginning)}`,
    // A copy has the template's rights except those on the database itself.
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${roles.join(', ')}`,
  ]);
  return {
    adminUrl: adminUrl.replace(/[^/]*$/, name),
    keepAs: (kept) => renameDatabase(server, name, templateOf(kept)),
    drop: () => statements(server, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]),
  };
}

/** Gives a database that nobody uses another name. */
export const renameDatabase = (serverUrl: string, name: string, wanted: string): Promise<void> =>
  statements(serverUrl, [`ALTER DATABASE ${name} RENAME TO ${wanted}`]);

async function statements(url: string, list: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of list) await client.query(statement);
  } finally {
    await client.end();
  }
}
