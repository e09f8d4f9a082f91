import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));
const PARTS = ['src', 'test', ''] as const;

/** Where tests stand: below `src` and `test` of each package, and beside each other in the folders without packages. */
const folders = [
  ...['libs', 'services'].flatMap((room) => readdirSync(root + room).flatMap((name) => PARTS.map((part) => `${room}/${name}/${part}`))),
  ...['bench', 'deploy', 'scripts', 'e2e'].flatMap((room) => PARTS.map((part) => `${room}/${part}`)),
];
const tests = folders
  .filter((folder) => existsSync(root + folder))
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: !folder.endsWith('/'), encoding: 'utf8' }).map(
      (file) => `${folder.replace(/\/$/, '')}/${file}`,
    ),
  )
  .filter((file) => file.endsWith('.spec.ts'));

const ALONE = /^(?:it|test)(?:\.\w+)?\((['`])(.*?)\1/gm;

it('A test that stands in no group says its rule as a whole sentence, with a subject: it begins with a capital', () => {
  const names = tests.flatMap((file) => [...readFileSync(root + file, 'utf8').matchAll(ALONE)].map(([, , name = '']) => ({ file, name })));
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter(({ name }) => /^\p{Ll}/u.test(name))).toEqual([]);
});
