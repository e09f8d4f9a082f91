import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Actor, DomainError, HOUSE_NAMES, isAreaCode, ORGANISATION_CODE, ROLES } from '@zero-distance/kernel';
import { closeDataSource, createDataSource, poolOf, Transactor } from '@zero-distance/persistence';
import type { Page } from '@zero-distance/platform';
import { MOST_ITEMS } from '@zero-distance/platform';
import { SCOPES } from '@zero-distance/platform/access';
import { HTTP_CONFIG, parseConfig, Type } from '@zero-distance/platform/config';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { DataSource } from 'typeorm';
import type { Database } from './database.js';
import { ENTITIES } from './entities.js';
import type { HolderDto } from './holder/holder.dto.js';
import { HOLDER_NAME } from './holder/holder-name.js';

/** The operator asked for something that cannot be done as asked; the message says what to do instead. */
export class CommandError extends Error {}

/** Who a token speaks for: written the same way for clients and accounts. */
export const HOLDER = {
  scopes: Type.Array(Type.Enum([...SCOPES]), { default: [] }),
  roles: Type.Array(Type.Enum([...ROLES]), { default: [] }),
  area: Type.String({ default: '' }),
  org: Type.Optional(
    Type.String({
      pattern: ORGANISATION_CODE.source,
      description: 'the code of an organisation: small letters, digits and hyphens, beginning with a letter or digit, 63 at most',
    }),
  ),
};

/** What accounts and clients have in common, in the words of `HOLDER`. */
export const shownHolder = ({ scopes, roles, areaCode, organisation, disabledAt }: HolderDto): object => ({
  scopes,
  roles,
  area: areaCode ?? '',
  org: organisation,
  disabledAt,
});

/** How clients and people are called, which is also what they type when they log in. */
export const NAME = Type.String({
  pattern: HOLDER_NAME.pattern.source,
  description: '2 to 64 small letters, digits, dots, underscores and hyphens, beginning with a letter or digit',
});

/** Says on standard error what was taken and may not be meant. Which organisations there are is dispatch's to know. */
export function warnOfHolder(name: string, { roles, org }: { readonly roles: readonly string[]; readonly org?: string | undefined }): void {
  const warn = (text: string) => process.stderr.write(`${name}: ${text}\n`);
  if (org !== undefined)
    warn(`whether the organisation ${org} is registered is not checked here; GET /api/dispatch/v1/organisations lists them.`);
  else if (roles.includes('handler')) warn('a handler without org reads registers only, and no work order.');
}

/** Who runs a command: somebody on the machine itself, who may do whatever the gateway's own role may. */
export const OPERATOR: Actor = { id: HOUSE_NAMES.operator, roles: ['administrator'], scopes: SCOPES, area: '' };

/** What is done to an account or a client by its name, and what is said of it. */
export const OUTCOMES = { disable: 'disabled', enable: 'enabled', unlock: 'unlocked' } as const;
export const isVerb = (verb: string | undefined): verb is keyof typeof OUTCOMES => verb !== undefined && Object.hasOwn(OUTCOMES, verb);

/** Prints all rows of a list, a line each. */
export async function printAll<T>(
  list: (query: { limit: number; cursor?: string }) => Promise<Page<T>>,
  shown: (item: T) => object,
): Promise<void> {
  let cursor: string | undefined;
  do {
    const { items, next } = await list({ limit: MOST_ITEMS, ...(cursor !== undefined && { cursor }) });
    for (const item of items) print(shown(item));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

/** What a command works with: the gateway's own database, by the same use cases as its API. */
export interface CommandTools {
  readonly db: Database;
  readonly transactor: Transactor;
}

/** One command: its `--help` text and its action. */
interface Command {
  readonly usage: string;
  readonly work: (tools: CommandTools, args: readonly string[]) => Promise<void>;
}

/**
 * Runs a command of the gateway with a database connection, and sets the exit code: 0, or 1 with one line on standard error.
 * Reads only DATABASE_URL (or DATABASE_URL_FILE) of the gateway's own role.
 */
export async function runCommand({ usage, work }: Command): Promise<void> {
  process.stdout.on('error', endQuietly);
  if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  let dataSource: DataSource | undefined;
  try {
    const { DATABASE_URL } = parseConfig(
      { DATABASE_URL: Type.String({ description: 'postgres://user:password@host:port/database' }) },
      process.env,
    );
    dataSource = createDataSource({ service: 'gateway', databaseUrl: DATABASE_URL, poolSize: 2, entities: ENTITIES });
    await dataSource.initialize();
    await work({ db: poolOf(dataSource), transactor: new Transactor(dataSource) }, process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  } finally {
    if (dataSource?.isInitialized) await closeDataSource(dataSource);
  }
}

/** What was wrong, in one line; of a refusal of a use case its English text. */
const reasonOf = (error: unknown): string => {
  if (error instanceof DomainError) return error.text('en');
  return error instanceof Error ? error.message : String(error);
};

/** The reader of the output may have seen enough (`list | head`). */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

/**
 * Refuses an area that no token of this district can have: it lies in the district, or the district in it. Which areas there are is
 * intake's to know, so a code that is right in form is taken.
 */
export function assertArea(holder: string, area: string): void {
  const { DISTRICT } = parseConfig({ DISTRICT: HTTP_CONFIG.DISTRICT }, process.env);
  const isRelated = area.startsWith(DISTRICT) || DISTRICT.startsWith(area);
  if (area !== '' && !isAreaCode(area)) throw new CommandError(`${holder}/area: ${area} is not an area code.`);
  if (!isRelated) throw new CommandError(`${holder}/area: ${area} has nothing to do with the district ${DISTRICT}.`);
}

/** A file's text, or with `-` or nothing that of standard input. */
export const sourceOf = (path: string | undefined): Promise<string> =>
  path === undefined || path === '-' ? text(process.stdin) : readFile(path, 'utf8');

/** What a text in JSON says. Editors on Windows put the mark of its encoding before it. */
export function parseJson(what: string, source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CommandError(`The ${what} is not JSON: ${(error as Error).message}`);
  }
}

/** One JSON object or an array of them, from a file or (`-` or nothing) from standard input, checked against a schema. */
export async function readItems<T extends TSchema>(schema: T, path: string | undefined): Promise<Static<T>[]> {
  const parsed = parseJson('input', await sourceOf(path));
  return [parsed].flat().map((item, index) => {
    const filled = Value.Default(schema, item);
    const [problem] = Value.Errors(schema, filled);
    if (problem) throw new CommandError(`Item ${index + 1}${problem.instancePath}: ${reasonOfInput(problem, schema)}`);
    return filled as Static<T>;
  });
}

function reasonOfInput({ keyword, message, params, schemaPath }: ReturnType<typeof Value.Errors>[number], schema: TSchema): string {
  if (keyword === 'boolean') return 'unknown field'; // unlisted fields have the schema `false`
  if (keyword === 'enum') return `must be one of ${(params as { allowedValues: unknown[] }).allowedValues.join(', ')}`;
  const { description } = (Value.Pointer.Get(schema, schemaPath.slice(1)) ?? {}) as { description?: string };
  return keyword === 'pattern' && description ? `must be ${description}` : message;
}

/** One line of JSON on standard output. */
export const print = (value: object): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};
