import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseConfig, Type } from '@zero-distance/platform/config';
import { Pool } from 'pg';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Database } from './database.js';

/** The operator asked for something that cannot be done as asked; the message says what to do instead. */
export class CommandError extends Error {}

/** Who a token speaks for: written the same way for clients and accounts. */
export const HOLDER = {
  scopes: Type.Array(Type.String({ pattern: '^[a-z][a-z-]*:[a-z][a-z-]*$' }), { default: [] }),
  roles: Type.Array(Type.String({ pattern: '^[a-z][a-z-]*$' }), { default: [] }),
  area: Type.String({ pattern: '^(\\d{6}(\\d{3}){0,3})?$', default: '' }),
  org: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
};

/**
 * Runs a command of this room with a database connection, and sets the exit code: 0, or 1 with one line on standard error.
 * Reads only DATABASE_URL (or DATABASE_URL_FILE) of the gateway's own role.
 */
export async function runCommand(work: (db: Database, args: readonly string[]) => Promise<void>): Promise<void> {
  let pool: Pool | undefined;
  try {
    const { DATABASE_URL } = parseConfig(
      { DATABASE_URL: Type.String({ description: 'postgres://user:password@host:port/database' }) },
      process.env,
    );
    pool = new Pool({ connectionString: DATABASE_URL, max: 1, connectionTimeoutMillis: 5_000 });
    await work(pool, process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await pool?.end();
  }
}

/** One JSON object or an array of them, from a file or (`-` or nothing) from standard input, checked against a schema. */
export async function readItems<T extends TSchema>(schema: T, path: string | undefined): Promise<Static<T>[]> {
  const source = path === undefined || path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch (error) {
    throw new CommandError(`The input is not JSON: ${(error as Error).message}`);
  }
  return [parsed].flat().map((item, index) => {
    const filled = Value.Default(schema, item);
    const [problem] = Value.Errors(schema, filled);
    if (problem) throw new CommandError(`Item ${index + 1}${problem.instancePath}: ${problem.message}`);
    return filled as Static<T>;
  });
}

/** One line of JSON on standard output. */
export const print = (value: object): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};
