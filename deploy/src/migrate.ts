// `node deploy/dist/migrate.js` brings Postgres and NATS up to date; what it reads from the environment is in README.md.
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { type Environment, optional, required, variableOf } from './environment.js';
import { migrateSchema, schemaSourceOf } from './migrations.js';
import { SCHEMA_OWNERS, type SchemaOwner, schemaNameOf } from './owners.js';
import { plan } from './plan.js';
import { ensureDatabase, MIGRATOR, provisionRoles, provisionSchemas, type RolePasswords } from './postgres.js';
import { type NatsTarget, provisionStreams } from './provision-streams.js';

/** Two runs at once take turns by this advisory lock: the first four bytes of "zero", as a number. */
const LOCK = 0x7a65726f;

const NO_SUPERUSER =
  'migrate: the administrator is no superuser, so every role keeps what the server gives to all: advisory locks, large objects, the database "postgres"';

const USAGE = `node deploy/dist/migrate.js [options]: brings roles, schemas and streams up to date
  --services A,B  brings the schemas of these services only up to date (${SCHEMA_OWNERS.join(', ')})
  --dry-run       changes nothing and prints what would be done
  --help          this text
What it reads from the environment is in deploy/README.md.`;

async function main(env: Environment): Promise<void> {
  const { values } = parseArgs({
    options: { services: { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return report([USAGE]);
  const chosen = owners(values.services);
  const adminUrl = required(env, 'ADMIN_DATABASE_URL');
  const passwords = rolePasswords(env);
  const nats = natsTarget(env);
  if (values['dry-run']) {
    const planned = await plan({ adminUrl, migratorUrl: migratorUrl(adminUrl, passwords), chosen, nats });
    return report(planned.length > 0 ? planned : ['nothing to do']);
  }
  await ensureDatabase(adminUrl);
  const admin = new Client({ connectionString: adminUrl, application_name: 'zero-distance-migrate' });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (!(await provisionRoles(admin, passwords))) console.error(NO_SUPERUSER);
    // Consumers before schemas: what a migration tells is for the processes that come after it, not for those still at work.
    report(await provisionStreams(nats));
    await migrate(migratorUrl(adminUrl, passwords), chosen);
  } finally {
    await admin.end(); // and with it goes the lock
  }
}

function natsTarget(env: Environment): NatsTarget {
  const replicas = Number(optional(env, 'NATS_REPLICAS') ?? 1);
  if (![1, 3, 5].includes(replicas)) throw new Error('NATS_REPLICAS must be 1, 3 or 5');
  return { url: required(env, 'NATS_URL'), password: required(env, 'DEPLOY_NATS_PASSWORD'), replicas };
}

function rolePasswords(env: Environment): RolePasswords {
  const owned = SCHEMA_OWNERS.map((owner) => [schemaNameOf(owner), required(env, variableOf(owner, 'DB_PASSWORD'))]);
  return { ...Object.fromEntries(owned), [MIGRATOR]: required(env, 'MIGRATOR_PASSWORD') };
}

function migratorUrl(adminUrl: string, passwords: RolePasswords): string {
  const url = new URL(adminUrl);
  url.username = MIGRATOR;
  url.password = encodeURIComponent(passwords[MIGRATOR] ?? '');
  return url.href;
}

function owners(list: string | undefined): SchemaOwner[] {
  if (list === undefined) return [...SCHEMA_OWNERS];
  const names = list.split(',').filter(Boolean);
  if (names.length === 0) throw new Error(`--services: name at least one of ${SCHEMA_OWNERS.join(', ')}`);
  const unknown = names.filter((name) => !SCHEMA_OWNERS.some((owner) => owner === name));
  if (unknown.length > 0) throw new Error(`--services: there is no ${unknown.join(', ')}; there are ${SCHEMA_OWNERS.join(', ')}`);
  return SCHEMA_OWNERS.filter((owner) => names.includes(owner));
}

async function migrate(url: string, chosen: SchemaOwner[]): Promise<void> {
  const migrator = new Client({ connectionString: url });
  await migrator.connect();
  try {
    await provisionSchemas(migrator);
  } finally {
    await migrator.end();
  }
  for (const owner of chosen) {
    report(await migrateSchema(owner, await schemaSourceOf(owner), url));
  }
}

function report(lines: string[]): void {
  for (const line of lines) console.log(line);
}

main(process.env).catch((error: Error) => {
  console.error(`migrate: ${error.message}`);
  process.exitCode = 1;
});
