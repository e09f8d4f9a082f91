import { randomBytes } from 'node:crypto';
import { STACK_SERVICES } from '@zero-distance/local-stack';
import { Client } from 'pg';
import { TEMPLATE, testRun } from './test-run.js';

export interface FreshDatabase {
  /** URL of the superuser. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/** A new database with every schema migrated and no rows, for one test file: a copy of the run's template. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { adminUrl } = testRun();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = adminUrl.replace(/[^/]*$/, 'postgres');
  const roles = ['zd_migrator', ...STACK_SERVICES.map((service) => service.replaceAll('-', '_'))];
  await statements(server, [
    `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`,
    // A copy has the template's rights except those on the database itself.
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${roles.join(', ')}`,
  ]);
  return {
    adminUrl: adminUrl.replace(/[^/]*$/, name),
    drop: () => statements(server, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]),
  };
}

async function statements(url: string, list: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of list) await client.query(statement);
  } finally {
    await client.end();
  }
}
