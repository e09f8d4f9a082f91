import { createHash } from 'node:crypto';
import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';

/** The table in each schema that says which text of each definition was run last. */
const DEFINITION_TABLE = 'repeatable_definition';

/** Runs a statement in the schema whose definitions are meant; gives its rows. */
export type Query = (sql: string, parameters?: unknown[]) => Promise<unknown[]>;

/** What has to be done for a schema to have the definitions of a list. */
export interface DefinitionChanges {
  readonly due: readonly RepeatableDefinition[];
  /** Names that were run and are in no list any more. */
  readonly former: readonly string[];
}

/** @param query without one the schema has nothing yet */
export async function definitionChanges(definitions: readonly RepeatableDefinition[], query?: Query): Promise<DefinitionChanges> {
  const recorded = await recordedChecksums(query);
  return {
    due: definitions.filter(({ name, sql }) => recorded.get(name) !== checksum(sql)),
    former: [...recorded.keys()].filter((name) => !definitions.some((definition) => definition.name === name)),
  };
}

async function recordedChecksums(query?: Query): Promise<Map<string, string>> {
  const known = (await query?.('SELECT 1 WHERE to_regclass($1) IS NOT NULL', [DEFINITION_TABLE])) ?? [];
  if (!query || known.length === 0) return new Map();
  const rows = (await query(`SELECT name, checksum FROM ${DEFINITION_TABLE} ORDER BY name`)) as { name: string; checksum: string }[];
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/** Makes the table of notes where it is missing, before the migrations: one that drops a function takes back the note, so that it is defined again. */
export async function ensureDefinitionTable(query: Query): Promise<void> {
  await query(`CREATE TABLE IF NOT EXISTS ${DEFINITION_TABLE}
    (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
}

/**
 * Runs one definition and notes its text, and makes again what was kept by a former one. All of it in the transaction of `query`.
 * @throws with the definition's name when its text cannot be run
 */
export async function applyDefinition({ name, sql, whenChanged }: RepeatableDefinition, query: Query): Promise<void> {
  try {
    const before = await functions(query);
    await query(sql);
    if (whenChanged && (await functions(query)) !== before) await query(whenChanged);
  } catch (error) {
    throw new Error(`definition ${name}: ${(error as Error).message}`, { cause: error });
  }
  await query(
    `INSERT INTO ${DEFINITION_TABLE} (name, checksum) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = now()`,
    [name, checksum(sql)],
  );
}

/** What a definition made stays for the processes of the version before, until a migration drops it. */
export async function forgetDefinition(name: string, query: Query): Promise<void> {
  await query(`DELETE FROM ${DEFINITION_TABLE} WHERE name = $1`, [name]);
}

/** Every function of the schema as the server has it: by this, and not by their text, is told whether one has come to be another. */
async function functions(query: Query): Promise<string> {
  const [row] = await query(`SELECT string_agg(pg_get_functiondef(oid), E'\\n' ORDER BY oid) AS all FROM pg_proc
    WHERE pronamespace = current_schema::regnamespace AND prokind IN ('f', 'p')`);
  return (row as { all: string | null }).all ?? '';
}

const checksum = (sql: string): string => createHash('sha256').update(sql).digest('hex');
