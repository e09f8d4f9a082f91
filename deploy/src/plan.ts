import { Client } from 'pg';
import { migrationsOf, pendingMigrations } from './migrations.js';
import { type SchemaOwner, schemaNameOf } from './owners.js';
import { databaseExists, MIGRATOR, maintenanceUrl, missingRoles } from './postgres.js';
import { type NatsTarget, provisionStreams } from './provision-streams.js';

export interface PlanOptions {
  readonly adminUrl: string;
  readonly migratorUrl: string;
  /** Whose migrations are meant. */
  readonly chosen: readonly SchemaOwner[];
  readonly nats: NatsTarget;
}

/**
 * What a run would do, found without changing anything. Rights, limits and passwords are not in it: each run gives all of them again.
 * @returns one line for each thing, in the words of the run itself
 */
export async function plan({ adminUrl, migratorUrl, chosen, nats }: PlanOptions): Promise<string[]> {
  const exists = await databaseExists(adminUrl);
  const missing = await withClient(exists ? adminUrl : maintenanceUrl(adminUrl), missingRoles);
  const migrations =
    exists && !missing.includes(MIGRATOR) ? await withClient(migratorUrl, (migrator) => pending(chosen, migrator)) : await pending(chosen);
  return [
    ...(exists ? [] : [`created database ${decodeURIComponent(new URL(adminUrl).pathname.slice(1))}`]),
    ...missing.map((role) => `created role ${role}`),
    ...(await provisionStreams(nats, 'tell')),
    ...migrations,
  ].map((line) => `would have ${line}`);
}

async function pending(chosen: readonly SchemaOwner[], migrator?: Client): Promise<string[]> {
  const lines: string[] = [];
  for (const owner of chosen) {
    const names = await pendingMigrations(owner, await migrationsOf(owner), migrator);
    lines.push(...names.map((migration) => `migrated ${schemaNameOf(owner)}: ${migration}`));
  }
  return lines;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
