import { Client } from 'pg';
import { pendingChanges, schemaSourceOf } from './migrations.js';
import type { SchemaOwner } from './owners.js';
import { databaseExists, MIGRATOR, maintenanceUrl, missingRoles } from './postgres.js';
import { type NatsTarget, provisionStreams } from './provision-streams.js';

export interface PlanOptions {
  readonly adminUrl: string;
  readonly migratorUrl: string;
  /** Whose schemas are meant. */
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
  const url = exists && !missing.includes(MIGRATOR) ? migratorUrl : undefined;
  const schemas: string[] = [];
  for (const owner of chosen) schemas.push(...(await pendingChanges(owner, await schemaSourceOf(owner), url)));
  return [
    ...(exists ? [] : [`created database ${decodeURIComponent(new URL(adminUrl).pathname.slice(1))}`]),
    ...missing.map((role) => `created role ${role}`),
    ...(await provisionStreams(nats, 'tell')),
    ...schemas,
  ].map((line) => `would have ${line}`);
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
