import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '@zero-distance/local-stack';

const OLD_NODE = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.18.3"}})';

describe('npm start', () => {
  it.each(['scripts/start.mjs', 'scripts/test.mjs'])('says in one sentence that Node is too old (%s)', async (script) => {
    expect(await complaint('--import', OLD_NODE, script)).toBe(
      'Zero Distance needs Node 20.19 or later, and this is Node 20.18.3: install a newer one from nodejs.org and try again.\n',
    );
  });

  it('says in one sentence that its port is busy, and starts nothing', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    expect(await complaint('libs/local-stack/dist/start.js', '--port', String(port))).toBe(
      `\nnpm start: port ${port} is in use (or not ours to use); choose another with --port\n`,
    );
    server.close();
  });

  it('refuses an option it does not know', async () => {
    expect(await complaint('libs/local-stack/dist/start.js', '--prot', '8081')).toContain("npm start: Unknown option '--prot'");
  });
});

/** Standard error of a Node program that must end with exit code 1. */
async function complaint(...args: string[]): Promise<string> {
  const ended = promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const failure = await ended.then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  );
  expect(failure?.code).toBe(1);
  return failure?.stderr ?? '';
}
