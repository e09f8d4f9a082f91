import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));

interface MigrationFile {
  readonly path: string;
  readonly text: string;
}

/** What stands in the folders `src/migrations` of `services` or `libs`. */
const filesOf = (room: 'services' | 'libs'): MigrationFile[] =>
  readdirSync(join(root, room))
    .map((name) => `${room}/${name}/src/migrations`)
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const SERVICES = filesOf('services');
const LIBRARIES = filesOf('libs');

/** `1764300002000-case-due.ts` → `CaseDue1764300002000`; undefined for another form of name. */
function migrationNameOf(path: string): string | undefined {
  const [, time, phrase] = /^(\d{13})-([a-z]+(?:-[a-z]+)*)\.ts$/.exec(basename(path)) ?? [];
  return phrase && phrase.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()) + time;
}

/** The class of a migration and the name under which the database notes that it ran. */
const namesIn = ({ text }: MigrationFile): (string | undefined)[] => [
  /export class (\w+)/.exec(text)?.[1],
  /^ {2}(?:readonly )?name = '(\w+)'/m.exec(text)?.[1],
];

const isWiring = ({ path }: MigrationFile): boolean => basename(path) === 'index.ts';

describe('migrations', () => {
  it('of a service are called <time>-<noun-phrase>.ts, and their class and the name that the database notes are made of that', () => {
    const files = SERVICES.filter((file) => !isWiring(file));
    expect(files.length).toBeGreaterThan(20);
    expect(
      files.filter((file) => namesIn(file).some((name) => !name || name !== migrationNameOf(file.path))).map(({ path }) => path),
    ).toEqual([]);
  });

  it('of a library are called so too, and its other files hold none', () => {
    const holdsOne = (file: MigrationFile) => namesIn(file).some((name) => /\d{13}$/.test(name ?? ''));
    const files = LIBRARIES.filter((file) => holdsOne(file) || migrationNameOf(file.path));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => namesIn(file).some((name) => name !== migrationNameOf(file.path))).map(({ path }) => path)).toEqual([]);
  });

  it.each(SERVICES.filter(isWiring))('$path lists all of its folder in the order in which they run', ({ path, text }) => {
    const listed = [...(/migrations = \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/\w+/g)].map(([name]) => name);
    const own = SERVICES.filter((file) => file.path !== path && file.path.startsWith(path.replace('index.ts', '')));
    expect(listed).toEqual([...listed].sort((a, b) => a.slice(-13).localeCompare(b.slice(-13)) || a.localeCompare(b)));
    expect(listed).toEqual(expect.arrayContaining(own.map((file) => migrationNameOf(file.path))));
  });

  it('of one service have times of their own, so that no name decides which of two runs first', () => {
    const timeOf = ({ path }: MigrationFile) => path.replace(/(\d{13})-.*/, '$1');
    const files = SERVICES.filter((file) => !isWiring(file));
    const twice = files.map(timeOf).filter((time, at, times) => times.indexOf(time) < at);
    // What has run keeps its time: `migrate` knows it by the name that is made of it, and would run it again under another.
    expect(twice.map((time) => time.replace('src/migrations/', ''))).toEqual([
      'services/inspection/1764300001000',
      'services/intake/1764300001000',
      'services/intake/1795932000000',
    ]);
  });

  it('define no function and no view: those are repeatable definitions', () => {
    const defines = [...SERVICES, ...LIBRARIES].filter(
      ({ path, text }) => migrationNameOf(path) && /create\s+(?:or\s+replace\s+)?(?:\w+\s+)?(?:function|procedure|view)\b/i.test(text),
    );
    // They have run before there were definitions, which now stand for what is in them.
    expect(defines.map(({ path }) => basename(path))).toEqual([
      '1700000003000-figure.ts',
      '1700000004000-published-figure.ts',
      '1700000000000-event-path.ts',
      '1764400000000-service-locks.ts',
    ]);
  });
});
