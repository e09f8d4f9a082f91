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
