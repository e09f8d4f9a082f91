import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';
import pg, { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import {
  applyDefinition,
  type DefinitionChanges,
  definitionChanges,
  ensureDefinitionTable,
  forgetDefinition,
  type Query,
} from './definitions.js';
import { type SchemaOwner, schemaNameOf } from './owners.js';
import { grantTables } from './postgres.js';

type MigrationClass = new () => MigrationInterface;

/** The table in each schema that says which migrations have run. */
const MIGRATION_TABLE = 'migration';

/** What a service's package exports of its schema. */
export interface SchemaSource {
  /** How it came to be so: each runs once. */
  readonly migrations: readonly MigrationClass[];
  /** What its functions are now: run again when their text has changed. */
  readonly definitions: readonly RepeatableDefinition[];
}

/** Each by its own import, since a bundle holds only what is named in the code. */
const SCHEMA_SOURCES: Record<SchemaOwner, () => Promise<SchemaSource>> = {
  intake: () => import('@zero-distance/intake/migrations'),
  dispatch: () => import('@zero-distance/dispatch/migrations'),
  'case-mediation': () => import('@zero-distance/case-mediation/migrations'),
  inspection: () => import('@zero-distance/inspection/migrations'),
  evaluation: () => import('@zero-distance/evaluation/migrations'),
  gateway: () => import('@zero-distance/gateway/migrations'),
};

export const schemaSourceOf = (owner: SchemaOwner): Promise<SchemaSource> => SCHEMA_SOURCES[owner]();

/**
 * What a schema still lacks, in the words in which `migrateSchema` says that it did it.
 * @param url of `zd_migrator`; without one nothing has run yet
 */
export async function pendingChanges(owner: SchemaOwner, source: SchemaSource, url?: string): Promise<string[]> {
  if (url === undefined) return linesOf(owner, namesOf(source.migrations), await definitionChanges(source.definitions));
  const client = new Client({ connectionString: url, options: inSchema(owner) });
  await client.connect();
  try {
    const query: Query = async (sql, parameters) => (await client.query(sql, parameters)).rows;
    return linesOf(owner, await pendingMigrations(source.migrations, query), await definitionChanges(source.definitions, query));
  } finally {
    await client.end();
  }
}

const namesOf = (migrations: readonly MigrationClass[]): string[] => migrations.map((Migration) => new Migration().name ?? Migration.name);

async function pendingMigrations(migrations: readonly MigrationClass[], query: Query): Promise<string[]> {
  const known = await query('SELECT 1 WHERE to_regclass($1) IS NOT NULL', [MIGRATION_TABLE]);
  if (known.length === 0) return namesOf(migrations);
  const ran = (await query(`SELECT name FROM ${MIGRATION_TABLE}`)) as { name: string }[];
  return namesOf(migrations).filter((name) => !ran.some((row) => row.name === name));
}

/**
 * Brings one schema up to date: its migrations, then its definitions, each in a transaction of its own.
 * @param url of `zd_migrator`; `search_path` is set to the owner's schema
 * @returns what was done now, a line each
 */
export async function migrateSchema(owner: SchemaOwner, { migrations, definitions }: SchemaSource, url: string): Promise<string[]> {
  const schema = schemaNameOf(owner);
  const source = new DataSource({
    type: 'postgres',
    driver: pg, // TypeORM would ask for it by name, which finds nothing in a bundle
    url,
    schema,
    migrations: [...migrations],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize: 1,
    extra: { options: inSchema(owner) },
  });
  await source.initialize();
  try {
    const query: Query = (sql, parameters) => source.query(sql, parameters);
    await ensureDefinitionTable(query);
    const ran = await source.runMigrations();
    const changes = await definitionChanges(definitions, query);
    for (const definition of changes.due) await source.transaction((tx) => applyDefinition(definition, (...sql) => tx.query(...sql)));
    for (const name of changes.former) await forgetDefinition(name, query);
    await grantTables((sql) => source.query(sql), schema);
    return linesOf(
      owner,
      ran.map(({ name }) => name),
      changes,
    );
  } catch (error) {
    throw new Error(`${schema}: ${(error as Error).message}`, { cause: error });
  } finally {
    await source.destroy();
  }
}

const inSchema = (owner: SchemaOwner): string => `-c search_path=${schemaNameOf(owner)}`;

function linesOf(owner: SchemaOwner, migrations: readonly string[], { due, former }: DefinitionChanges): string[] {
  const schema = schemaNameOf(owner);
  return [
    ...migrations.map((name) => `migrated ${schema}: ${name}`),
    ...due.map(({ name }) => `defined ${schema}: ${name}`),
    ...former.map((name) => `forgotten ${schema}: ${name}, defined no more; a migration drops what it made`),
  ];
}
