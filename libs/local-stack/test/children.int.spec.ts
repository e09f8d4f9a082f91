import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { Children } from '../src/children.js';
import { writePidFile } from '../src/pid-files.js';
import { identityOf } from '../src/process-identity.js';
import { takeDirectory } from '../src/start-lock.js';

const STUBBORN = "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)";
const OBEDIENT = 'setInterval(() => {}, 1000)';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(`${tmpdir()}/children-`);
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const service = (name: string, program: string) => ({ name, kind: 'service', command: process.execPath, args: ['-e', program] }) as const;

describe('children', () => {
  it('end when asked, and leave no pid file', async () => {
    const children = new Children(directory);
    const child = await children.spawn(service('one', OBEDIENT));
    await children.stop();
    expect(child.hasEnded()).toBe(true);
    expect(readdirSync(`${directory}/run`)).toEqual([]);
  });

  it('are killed when they do not end in time', async () => {
    const children = new Children(directory);
    const child = await children.spawn(service('one', STUBBORN));
    await eventually(() => expect(child.log()).toContain('deaf'));
    await child.stop(100);
    expect(child.hasEnded()).toBe(true);
    await children.stop();
  });

  it('that are Postgres take their own processes along when they do not end in time', async () => {
    const children = new Children(directory);
    const helper = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])`;
    const deaf = `const helper = ${helper}; process.on('SIGINT', () => {}); process.on('SIGQUIT', () => { helper.kill('SIGKILL'); process.exit(); })`;
    const child = await children.spawn({
      ...service('one', `${deaf}; console.log('helper ' + helper.pid); ${OBEDIENT}`),
      kind: 'postgres',
    });
    const pid = await eventually(() => Number(/helper (\d+)/.exec(child.log())?.[1]) || Promise.reject(new Error('not up yet')));
    await child.stop(100);
    await eventually(() => expect(identityOf(pid)).toBeUndefined());
    await children.stop();
  });

  it('inherit the time to end that earlier ones did not need, so Postgres can write its checkpoint', async () => {
    const children = new Children(directory);
    const slow = "process.on('SIGINT', () => setTimeout(() => { console.log('written'); process.exit(); }, 2_500)); console.log('up')";
    const child = await children.spawn({ ...service('one', `${slow}; ${OBEDIENT}`), kind: 'postgres' });
    await eventually(() => expect(child.log()).toContain('up'));
    await children.stop();
    expect(child.log()).toContain('written');
  });

  it('are not started after the stop of everything has begun', async () => {
    const children = new Children(directory);
    await children.stop();
    await expect(children.spawn(service('late', OBEDIENT))).rejects.toThrow('is not started');
  });

  it('are ended by the guardian when their parent is killed', async () => {
    const { parent, child } = await parentWithChild();
    parent.kill('SIGKILL');
    await eventually(() => expect(identityOf(child)).toBeUndefined());
  });

  it('take a temporary directory with them', async () => {
    const children = new Children(directory, { temporary: true });
    await children.spawn(service('one', OBEDIENT));
    await children.stop();
    expect(existsSync(directory)).toBe(false);
  });

  it('are ended at the next start when parent and guardian were killed', async () => {
    const { parent, child, guardian } = await parentWithChild();
    process.kill(guardian, 'SIGKILL');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(identityOf(child)).toBeDefined();
    expect(await new Children(directory).endLeftovers()).toEqual(['one']);
    expect(identityOf(child)).toBeUndefined();
  });

  it('are distinguished from another process that has got their pid', async () => {
    const stranger = spawn(process.execPath, ['-e', OBEDIENT]);
    const pid = stranger.pid ?? 0;
    const children = new Children(directory);
    writePidFile(`${directory}/run`, 'one', pid, { signal: 'SIGTERM', order: 1 });
    writeFileSync(`${directory}/run/one.pid`, JSON.stringify({ pid, identity: 'of long ago', signal: 'SIGTERM', order: 1 }));
    expect(await children.endLeftovers()).toEqual([]);
    expect(existsSync(`${directory}/run/one.pid`)).toBe(false);
    expect(identityOf(pid)).toBeDefined();
    stranger.kill();
  });
});

describe('a directory', () => {
  it('is for one process at a time', () => {
    const release = takeDirectory(directory);
    expect(() => takeDirectory(directory)).toThrow('already running');
    release();
    takeDirectory(directory)();
  });

  it('is free again when its process died', () => {
    writeFileSync(`${directory}/start.lock`, JSON.stringify({ pid: process.pid, identity: 'of long ago' }));
    expect(() => takeDirectory(directory)).not.toThrow();
  });
});

/** A process that has a child through the built package, and so a guardian; the pids of all. */
async function parentWithChild(): Promise<{ parent: ChildProcess; child: number; guardian: number }> {
  const program = `
    import { Children } from '@zero-distance/local-stack';
    const children = new Children(${JSON.stringify(directory)});
    const child = await children.spawn(${JSON.stringify(service('one', OBEDIENT))});
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout ?? parent, 'data')) as [Buffer];
  const child = Number(line.toString());
  return { parent, child, guardian: await eventually(() => guardianOf(directory)) };
}

/** The guardian's command line names the directory. */
function guardianOf(of: string): number {
  const pid = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && commandOf(entry).includes(`guardian.js\0${of}/run`));
  if (!pid) throw new Error('no guardian found');
  return Number(pid);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}
