import { Client, escapeLiteral as literal, escapeIdentifier as name } from 'pg';
import { SCHEMA_OWNERS, schemaNameOf } from './owners.js';
import { scramVerifier } from './scram.js';

/** The role that owns every schema and alone changes tables. */
export const MIGRATOR = 'zd_migrator';

/** Passwords by role name: `zd_migrator` and one for each schema's owner (`case_mediation`, …). */
export type RolePasswords = Readonly<Record<string, string>>;

/**
 * Whether the server has the database named in the admin URL.
 * @throws when the server cannot be asked
 */
export async function databaseExists(adminUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: adminUrl });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '3D000') return false;
    throw new Error(`Postgres at ${new URL(adminUrl).host}: ${(error as Error).message}`);
  } finally {
    await client.end().catch(() => undefined); // never connected: nothing to end
  }
}

/** The same server's database `postgres`, which is always there. */
export function maintenanceUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  return url.href;
}

/**
 * Creates the database named in the admin URL when the server has none of that name.
 * @param adminUrl the URL of a role that may create databases and roles
 */
export async function ensureDatabase(adminUrl: string): Promise<void> {
  if (await databaseExists(adminUrl)) return;
  const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  const client = new Client({ connectionString: maintenanceUrl(adminUrl) });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name(database)}`);
  } catch (error) {
    // Another run at the same moment was faster: there is no database yet that could hold the lock by which they take turns.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

/** The part of the server's connections that one service's role may take, so that the others find some whatever it does. */
const CONNECTION_SHARE = 1 / 2;

/** What the queries of one connection may put on the disk beside the tables, so that no query fills it. */
const TEMP_FILE_LIMIT = '1GB';

/**
 * Roles with their passwords and settings, who may connect to this database, and what no role may use to stop another. Idempotent: a
 * changed password or setting is brought up to date, a right that is not listed here is taken away.
 * @param admin a connection of a superuser, or of the database's owner with CREATEROLE
 * @returns whether all of it was done: only a superuser may take away what the server itself gives to everybody
 */
export async function provisionRoles(admin: Client, passwords: RolePasswords): Promise<boolean> {
  const missing = await missingRoles(admin);
  const server = await serverOf(admin);
  const statements = ROLES.flatMap((role) => roleStatements(role, passwords[role], !missing.includes(role), server));
  if (server.superuser) statements.push(...(await sharedMeansStatements(admin)));
  await admin.query([...statements, ...(await databaseStatements(admin))].join(';\n'));
  return server.superuser;
}

const ROLES = [MIGRATOR, ...SCHEMA_OWNERS.map(schemaNameOf)];

/** Those of our roles that the server does not have. */
export async function missingRoles(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [ROLES]);
  return ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
}

interface Server {
  /** Whether we are. */
  readonly superuser: boolean;
  readonly maxConnections: number;
}

async function serverOf(admin: Client): Promise<Server> {
  const { rows } = await admin.query<Server>(
    `SELECT rolsuper AS superuser, current_setting('max_connections')::int AS "maxConnections" FROM pg_roles WHERE rolname = current_user`,
  );
  if (!rows[0]) throw new Error('the administrator has no role');
  return rows[0];
}

function roleStatements(role: string, password: string | undefined, exists: boolean, server: Server): string[] {
  if (!password) throw new Error(`no password given for the database role ${role}`);
  const options = `LOGIN NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD ${literal(scramVerifier(password))}`;
  const statements = [`${exists ? 'ALTER' : 'CREATE'} ROLE ${name(role)} ${options}`];
  return role === MIGRATOR ? statements : [...statements, ...serviceLimits(role, server)];
}

function serviceLimits(role: string, { superuser, maxConnections }: Server): string[] {
  const alter = `ALTER ROLE ${name(role)}`;
  const limits = [`${alter} CONNECTION LIMIT ${Math.floor(maxConnections * CONNECTION_SHARE)}`, `${alter} SET search_path = ${name(role)}`];
  return superuser ? [...limits, `${alter} SET temp_file_limit = ${literal(TEMP_FILE_LIMIT)}`] : limits;
}

/** Advisory locks and large objects belong to the whole database: who may use them can take what another waits for, or fill the disk. */
const SHARED_MEANS = '^(pg_(try_)?advisory_.+|lo_.+|loread|lowrite)$';

/** Every server has these beside ours, open to everybody. */
const OTHER_DATABASES = ['postgres', 'template1'];

/**
 * Takes from everybody what the server gives to everybody and what reaches beyond one's own schema; only what is still open, since two
 * runs may not change one row of a catalog at a time. Migrations keep the locks: a service takes its own by a function of theirs.
 */
async function sharedMeansStatements(admin: Client): Promise<string[]> {
  const { rows: functions } = await admin.query<{ id: string; isLock: boolean }>(
    `SELECT oid::regprocedure::text AS id, proname LIKE '%advisory%' AS "isLock" FROM pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ $1 AND has_function_privilege('public', oid, 'EXECUTE')`,
    [SHARED_MEANS],
  );
  const { rows: databases } = await admin.query<{ id: string }>(
    `SELECT quote_ident(datname) AS id FROM pg_database
     WHERE datname = ANY($1) AND datname <> current_database() AND has_database_privilege('public', oid, 'CONNECT')`,
    [OTHER_DATABASES],
  );
  return [
    ...functions.map(({ id }) => `REVOKE EXECUTE ON FUNCTION ${id} FROM PUBLIC`),
    ...functions.filter(({ isLock }) => isLock).map(({ id }) => `GRANT EXECUTE ON FUNCTION ${id} TO ${name(MIGRATOR)}`),
    ...databases.map(({ id }) => `REVOKE ALL ON DATABASE ${id} FROM PUBLIC`),
  ];
}

async function databaseStatements(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ database: string }>('SELECT current_database() AS database');
  const database = name(rows[0]?.database ?? '');
  return [
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${database} TO ${ROLES.map(name).join(', ')}`,
    `GRANT CREATE ON DATABASE ${database} TO ${name(MIGRATOR)}`, // its schemas, and trusted extensions
    'REVOKE ALL ON SCHEMA public FROM PUBLIC',
  ];
}

/**
 * One schema for each owner, in which its role may read and write rows and call functions, and nothing else. A new table may only be read
 * and added to until `grantTables` says more; partitions, which running services make, stay so, since their rows are changed through their table.
 * @param migrator a connection of `zd_migrator`, which so comes to own the schemas
 */
export async function provisionSchemas(migrator: Client): Promise<void> {
  const statements = SCHEMA_OWNERS.map(schemaNameOf).flatMap(schemaStatements);
  await migrator.query(['ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC', ...statements].join(';\n'));
}

function schemaStatements(schema: string): string[] {
  const id = name(schema);
  return [
    `CREATE SCHEMA IF NOT EXISTS ${id}`,
    `REVOKE ALL ON SCHEMA ${id} FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA ${id} TO ${id}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${id} REVOKE ALL ON TABLES FROM ${id}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${id} GRANT SELECT, INSERT ON TABLES TO ${id}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${id} GRANT USAGE, SELECT ON SEQUENCES TO ${id}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${id} GRANT EXECUTE ON FUNCTIONS TO ${id}`,
  ];
}

/** Written by migrations alone. Who could change `partition_plan` could have history thrown away. */
const READ_ONLY = /^(migration|repeatable_definition|partition_plan)$/;
/** What happened and by whom, and what the public was told: added to, never changed. Told by the name, so that a new history needs no line here. */
const APPEND_ONLY = /^(access_record|audit|audit_cut|audit_link|deadline_entry|feed_event|outbox|published_.+|.+_history)$/;

const rightsOn = (table: string): string => {
  if (READ_ONLY.test(table)) return 'SELECT';
  return APPEND_ONLY.test(table) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
};

/**
 * What the owner's role may do with each table that its migrations have made. Partitions are left out: they are reached through their table.
 * @param migrator runs a statement as `zd_migrator`, and gives its rows
 */
export async function grantTables(migrator: (sql: string) => Promise<{ table: string }[]>, schema: string): Promise<void> {
  const tables = await migrator(`SELECT relname AS table FROM pg_class
    WHERE relnamespace = ${literal(schema)}::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`);
  const statements = tables.flatMap(({ table }) => [
    `REVOKE ALL ON ${name(schema)}.${name(table)} FROM ${name(schema)}`,
    `GRANT ${rightsOn(table)} ON ${name(schema)}.${name(table)} TO ${name(schema)}`,
  ]);
  await migrator(statements.join(';\n')); // at once: no service is without its rights for a moment
}
