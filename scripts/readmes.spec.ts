import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const ROOT = new URL('..', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const chainsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/docs\/chains\/([\w-]+)\.md/g)].map(([, page = '']) => page))].sort();

describe.each(['README.md', 'README.zh-CN.md'])('%s', (readme) => {
  it('leads to every page of commands', () => {
    const pages = readdirSync(new URL('docs/chains', ROOT)).map((file) => file.replace('.md', ''));
    expect(chainsIn(textOf(readme))).toEqual(pages.sort());
  });

  it('says no line of prose twice', () => {
    const lines = textOf(readme)
      .replaceAll(/```[\s\S]*?```/g, '')
      .split('\n')
      .filter((line) => /\p{L}/u.test(line));
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
  });
});

const WORKSPACES = ['services', 'libs'].flatMap((of) => readdirSync(new URL(of, ROOT)).map((name) => `${of}/${name}/`));
const documented = ['web/', 'bench/', 'deploy/', ...WORKSPACES].filter((workspace) => existsSync(new URL(`${workspace}README.md`, ROOT)));

describe.each(documented)('%sREADME.md', (workspace) => {
  it('names only files that are there', () => {
    const named = [...textOf(`${workspace}README.md`).matchAll(/`((?:src|test|scripts)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    const isThere = (path: string) => existsSync(new URL(workspace + path, ROOT)) || existsSync(new URL(path, ROOT));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});
