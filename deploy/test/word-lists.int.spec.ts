import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES, type Service, schemaOf } from '@zero-distance/contracts';
import { startTestStack, type TestStack } from '@zero-distance/testing';

interface SqlList {
  readonly name: string;
  readonly words: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const SHARED = [
  'contracts/src/vocabulary',
  'kernel/src/actor',
  'kernel/src/area-code',
  'calendar/src/deadline',
  'files/src/rendition/rendition',
  'notification/src/message/message',
].map((file) => `libs/${file}.ts`);

/** Lists that no array of the code has, each with where its words are. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'day month': 'SQL only: what maintain_partitions() cuts by',
  'discarded replayed waiting': 'a type: DeadLetterEntity.state',
  'paused resumed': 'DEADLINE_KINDS that have no amount',
  'case-mediation dispatch intake': 'a type: Request.answeredBy',
  'done dropped due': 'a type: Stop.state',
  'red yellow': 'LAMPS without `green`, of which nobody is told',
  'closed corrected failed ordered rectified transferred': 'HAZARD_STATES without `found`, which is never stored',
};

/** Files with words: pure ones and state tables. */
const HOLDS_WORDS = /^[a-z-]+(\.transitions)?\.ts$/;
/** They read the environment or start something. */
const WIRING = new Set(['main.ts', 'config.ts', 'events.ts', 'index.ts']);

/** The lists of words that a service's code exports, with the shared ones. */
async function codeLists(service: Service): Promise<string[]> {
  const lists = new Set<string>();
  for (const file of [...SHARED, ...filesOf(`services/${service}/src`)]) {
    const exported = (await import(root + file)) as Record<string, unknown>; // one after another: Jest loads no two at once that share a module
    for (const value of Object.values(exported))
      for (const list of [value, (value as { states?: unknown } | null)?.states]) if (isWordList(list)) lists.add(key(list));
  }
  return [...lists];
}

const filesOf = (folder: string): string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => HOLDS_WORDS.test(file.split('/').at(-1) as string) && !WIRING.has(file.split('/').at(-1) as string))
    .filter((file) => !file.startsWith('migrations/') && file.includes('/') && existsSync(`${root}${folder}/${file}`))
    .map((file) => `${folder}/${file}`);

const isWordList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
const key = (words: readonly string[]): string => [...words].sort().join(' ');

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ services: [] });
}, 60_000);
afterAll(() => stack?.stop());

/** The domains and checks of a schema that hold a list of words. */
async function sqlLists(service: Service): Promise<SqlList[]> {
  const rows = await stack.sql<{ name: string; rule: string }>(
    service,
    `select coalesce(t.typname, r.relname || '.' || c.conname) as name, pg_get_constraintdef(c.oid) as rule
      from pg_constraint c left join pg_type t on t.oid = c.contypid left join pg_class r on r.oid = c.conrelid
      where c.contype = 'c' and c.connamespace = $1::regnamespace and coalesce(r.relispartition, false) is false order by 1`,
    [schemaOf(service)],
  );
  return rows.flatMap(({ name, rule }) => {
    const list = /= ANY \(+ARRAY\[('.*?)\]/.exec(rule)?.[1]; // numbers are no words
    return list ? [{ name, words: [...list.matchAll(/'([^']*)'/g)].map(([, word]) => word as string) }] : [];
  });
}

describe.each(SERVICES)('%s', (service) => {
  it('spells in SQL no list of words that its code does not have', async () => {
    const known = [...(await codeLists(service)), ...Object.keys(SAID_ELSEWHERE)];
    const lists = await sqlLists(service);
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.filter(({ words }) => !known.includes(key(words))).map(({ name, words }) => `${name}: ${key(words)}`)).toEqual([]);
  });
});
