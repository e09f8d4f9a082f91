import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, 'docs/decisions');
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
const numberOf = (file: string) => Number(file.slice(0, 4));

/** Every mention of a decision by its number and its file, in whatever the repository keeps as Markdown. */
function linksToDecisions(): { in: string; number: number; file: string }[] {
  const { stdout } = spawnSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter(Boolean)
    .flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/\[decision (\d+)\]\([^)#]*?(\d{4}-[a-z0-9-]+\.md)/g)].map((found) => ({
        in: path,
        number: Number(found[1]),
        file: found[2] as string,
      })),
    );
}

describe('the decision records', () => {
  it('have each a number of its own, one after the other, and bear it in their title', () => {
    expect(files.map(numberOf)).toEqual(files.map((_, index) => index + 1));
    const titles = files.map((file) => readFileSync(join(folder, file), 'utf8').split('\n', 1)[0] as string);
    expect(titles.map((title) => Number(/^# (\d+)/.exec(title)?.[1]))).toEqual(files.map(numberOf));
  });

  it('are there under the number and the name by which they are linked', () => {
    const links = linksToDecisions();
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ number, file }) => !files.includes(file) || numberOf(file) !== number)).toEqual([]);
  });
});
