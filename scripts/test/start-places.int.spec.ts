import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort, outsideOf, ROOT, removeDirectory } from '@zero-distance/local-stack';
import { endsCleanly, processesOf, Started, type StartedBy } from './started.js';

/** By then every process has shown that it works where it is. */
const LOADING = 'loading the demo district';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;

let closed: string;
let clone: string;
let started: Started | undefined;

beforeAll(async () => {
  closed = mkdtempSync(`${tmpdir()}/zero-distance-closed-`); // as /root is: nobody else may enter
  clone = `${closed}/零 距离's #1 100%`;
  mkdirSync(clone);
  await cloneInto(clone);
});
afterAll(async () => {
  await started?.terminate();
  for (const directory of [`${clone}/.local`, clone, closed]) removeDirectory(directory);
});

describe('npm start from a path with spaces and Chinese characters', () => {
  asRoot(
    'works for root where only root may enter, with a closed umask',
    async () => {
      started = await start({ clone, umask: '077' });
      expect(await started.printed(LOADING)).toContain('who cannot reach');
      await endsCleanly(started, `${clone}/.local`);
      for (const outside of [clone, `${clone}/.local`].map(outsideOf)) expect(processesOf(outside)).toEqual([]);
      rmSync(`${clone}/.local`, { recursive: true });
    },
    120_000,
  );

  it('works for an ordinary user without a home, and lets no other user of the machine see what it writes', async () => {
    const user = isRoot ? nobody() : undefined;
    if (user) chownSync(clone, user.uid, user.gid);
    chmodSync(closed, 0o755);
    started = await start({ clone, user, env: { HOME: '/nonexistent' } });
    expect(await started.printed(LOADING)).not.toContain('who cannot reach');
    expect(openToOthers(`${clone}/.local`)).toEqual([]);
    await endsCleanly(started, `${clone}/.local`);
  }, 120_000);
});

const start = async (by: StartedBy): Promise<Started> => Started.run(by, '--port', String(await freePort()));

/** What a clone has after its first start: links to the same files where they can be made, else copies. */
async function cloneInto(directory: string): Promise<void> {
  const wanted = readdirSync(ROOT).filter((name) => !['.git', '.local', 'coverage'].includes(name));
  const copy = (how: string) => promisify(execFile)('cp', [how, ...wanted, directory], { cwd: ROOT });
  await copy('-al').catch(() => copy('-a')); // on another disk
}

/** What is kept in a directory and may be read or entered by others. */
const openToOthers = (directory: string): string[] =>
  readdirSync(directory).filter((name) => statSync(`${directory}/${name}`).mode & 0o077);

function nobody(): { uid: number; gid: number } {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
