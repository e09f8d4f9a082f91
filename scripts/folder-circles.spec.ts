import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));
const PACKAGES = ['libs', 'services'].flatMap((room) => readdirSync(join(root, room)).map((name) => `${room}/${name}/src`));

/** Which folders of a package import from which, told by one file of each. The package's own root, where all is put together, is none. */
function importsBetweenFolders(source: string): Map<string, Map<string, string>> {
  const folder = join(root, source);
  const imports = new Map<string, Map<string, string>>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
    for (const [, imported = ''] of readFileSync(join(folder, file), 'utf8').matchAll(/\bfrom '(\.[^']+)'/g)) {
      const [from, to] = [dirname(file), dirname(normalize(join(dirname(file), imported)))];
      if (from === to || from === '.' || to === '.') continue;
      const known = imports.get(from) ?? new Map<string, string>();
      imports.set(from, known.set(to, `${file} → ${relative('.', imported)}`));
    }
  }
  return imports;
}

/** The folders that can be reached from one by imports. */
function reachedFrom(folder: string, imports: ReadonlyMap<string, ReadonlyMap<string, string>>): Set<string> {
  const reached = new Set<string>();
  const ahead = [...(imports.get(folder)?.keys() ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    ahead.push(...(imports.get(next)?.keys() ?? []));
  }
  return reached;
}

/** The imports that are part of a circle between folders. */
const circlesIn = (imports: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] =>
  [...imports].flatMap(([from, targets]) => [...targets].flatMap(([to, how]) => (reachedFrom(to, imports).has(from) ? [how] : [])));

describe('the folders of a package', () => {
  it.each(PACKAGES)('import each other without a circle in %s', (source) => {
    expect(circlesIn(importsBetweenFolders(source))).toEqual([]);
  });

  it('are told of when there is a circle of any length', () => {
    const there = (to: string) => new Map([[to, `to ${to}`]]);
    const circle = new Map([
      ['a', there('b')],
      ['b', there('c')],
      ['c', there('a')],
      ['d', there('a')],
    ]);
    expect(circlesIn(circle)).toEqual(['to b', 'to c', 'to a']);
  });
});
