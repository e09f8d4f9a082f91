import { type Client, escapeIdentifier } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { type SchemaOwner, schemaNameOf } from './owners.js';
import { grantTables } from './postgres.js';

type MigrationClass = new () => MigrationInterface;

/** The table in each schema that says which migrations have run. */
const MIGRATION_TABLE = 'migration';

/**
 * The migrations that a service's package exports.
 * @throws when the package is not built or exports none
 */
export async function migrationsOf(owner: SchemaOwner): Promise<MigrationClass[]> {
  const from = `@zero-distance/${owner}/migrations`;
  const module = (await import(from)) as { migrations?: MigrationClass[] };
  if (!Array.isArray(module.migrations)) throw new Error(`${from} exports no array "migrations"`);
  return module.migrations;
}

/**
 * The names of the migrations that a schema still lacks.
 * @param migrator a connection of `zd_migrator`; without one nothing has run yet
 */
export async function pendingMigrations(owner: SchemaOwner, migrations: MigrationClass[], migrator?: Client): Promise<string[]> {
  const names = migrations.map((Migration) => new Migration().name ?? Migration.name);
  const table = `${escapeIdentifier(schemaNameOf(owner))}.${MIGRATION_TABLE}`;
  const known = await migrator?.query<{ known: boolean }>('SELECT to_regclass($1) IS NOT NULL AS known', [table]);
  if (!known?.rows[0]?.known) return names;
  const ran = await migrator?.query<{ name: string }>(`SELECT name FROM ${table}`);
  return names.filter((name) => !ran?.rows.some((row) => row.name === name));
}

/**
 * Brings one schema up to date, each migration in a transaction of its own.
 * @param migratorUrl the URL of `zd_migrator`; `search_path` is set to the owner's schema for its migrations
 * @returns the names of the migrations that ran now
 */
export async function migrateSchema(owner: SchemaOwner, migrations: MigrationClass[], migratorUrl: string): Promise<string[]> {
  const schema = schemaNameOf(owner);
  const source = new DataSource({
    type: 'postgres',
    url: migratorUrl,
    schema,
    migrations,
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: 1,
    extra: { options: `-c search_path=${schema}` },
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    await grantTables((sql) => source.query(sql), schema);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
