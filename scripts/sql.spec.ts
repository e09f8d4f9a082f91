import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The files with SQL that runs again and again: all but migrations and their helpers, which run once and take no parameters. */
const files = ['services', 'libs']
  .flatMap((room) => readdirSync(root + room).map((name) => `${room}/${name}/src`))
  .filter((folder) => existsSync(root + folder))
  .flatMap((folder) => readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('/migrations/'))
  .filter((file) => !file.startsWith('libs/testing/') && !file.startsWith('libs/local-stack/'));

interface Law {
  readonly forbids: RegExp;
  readonly why: string;
  readonly caught: readonly string[];
  readonly allowed: readonly string[];
}

const LAWS: Record<string, Law> = {
  'a parameter that was not given stands nowhere in the SQL': {
    forbids: /(\$\d+|\$\{given\([^`]*?\)\})(::[a-z_[\]]+)?\s+is\s+(not\s+)?null|=\s*coalesce\(\$\d+[^,)]*,\s*[a-z_.]+\)/i,
    why: 'one plan for a list with and without a filter has no index for either',
    caught: ['$1::text is null or state = $1', `\${given(state)} is null or state`, 'state = coalesce($1, state)'],
    allowed: [
      'effective_to is null or effective_to > $4',
      "effective_from < coalesce($5, 'infinity')",
      `t.\${column} is null or 1 = \${given(a)}`,
    ],
  },
  'a value is a parameter of the SQL and never spliced into its quotes': {
    forbids: /\b(select|where|and|or|in|from|values|set|interval|update|delete)\b[^`\n]*'\$\{/i,
    why: 'what is spliced is one day what somebody sent',
    caught: [`where network in ($6, '\${ALL}')`, `interval '\${n} seconds'`, `and state = '\${state}'`],
    allowed: ["where state in ('open', 'closed')", `where id = \${given(id)}`],
  },
  'what begins with digits is a range': {
    forbids: /\blike\s+\$(\d|\{)/i,
    why: 'a pattern that is a parameter is found by an index only if the plan is made for its value',
    caught: ["code like $2 || '%'"],
    allowed: ["proname LIKE '%advisory%'"],
  },
};

describe.each(Object.entries(LAWS))('%s', (_, { forbids, why, caught, allowed }) => {
  it(`in the whole house, as ${why}`, () => {
    const found = files.flatMap((file) =>
      readFileSync(root + file, 'utf8')
        .split('\n')
        .flatMap((line, i) => (forbids.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
  it.each([...caught])('catches %s', (sql) => expect(sql).toMatch(forbids));
  it.each([...allowed])('leaves alone %s', (sql) => expect(sql).not.toMatch(forbids));
});

it('What is locked is locked by `execute`, which opens the transaction: a read before that is none of it, and holds nothing', () => {
  const locking = files.filter((file) => /\bfor update\b/.test(readFileSync(root + file, 'utf8')));
  const own = locking.filter((file) => file !== 'libs/persistence/src/entity-sql.ts'); // the text that `execute` is given
  expect(own.filter((file) => !/\.execute\(/.test(readFileSync(root + file, 'utf8')))).toEqual([]);
});

const LIST = /^export const (\w+) = define(?:Collection|Register|Aggregate)\(/gm;

it('Every list of the house is proved to be answered by an index', () => {
  const lists = files.flatMap((file) =>
    [...readFileSync(root + file, 'utf8').matchAll(LIST)].map(([, name]) => ({ room: file.split('/').slice(0, 2).join('/'), name })),
  );
  expect(lists.length).toBeGreaterThan(10);
  const tests = readdirSync(`${root}services`).map((name) => `services/${name}`);
  const proves = (service: string, list: string | undefined): boolean => {
    const test = `${root}${service}/test/lists.int.spec.ts`;
    return existsSync(test) && readFileSync(test, 'utf8').includes(`of: ${list},`);
  };
  // A list of a library is the same in every service that has it: one proves it.
  const forgotten = lists.filter(({ room, name }) => !(room.startsWith('libs/') ? tests : [room]).some((service) => proves(service, name)));
  expect(forgotten).toEqual([]);
});
