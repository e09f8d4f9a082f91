import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect } from '@jest/globals';
import { identityOf, ROOT, STACK_SERVICES } from '@zero-distance/local-stack';
import { eventually } from '@zero-distance/testing';

/** What is run, and by whom: this clone and this user, when nothing is said. */
export interface StartedBy {
  readonly clone?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly env?: Readonly<Record<string, string>>;
  /** As the shell's `umask` takes it. */
  readonly umask?: string;
}

/** `npm start` as a process of its own. */
export class Started {
  private output = '';
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.output += chunk;
      });
    }
  }

  /** Runs the script of package.json in a shell, as npm does; servers of the developer's own are left alone. */
  static run({ clone = ROOT, user, env = {}, umask = '022' }: StartedBy, ...options: string[]): Started {
    const { DATABASE_URL, NATS_URL, ...own } = process.env;
    const { scripts } = JSON.parse(readFileSync(`${clone}/package.json`, 'utf8')) as { scripts: { start: string } };
    return new Started(
      spawn('sh', ['-c', `umask ${umask} && ${scripts.start} "$@"`, 'sh', ...options], { cwd: clone, env: { ...own, ...env }, ...user }),
    );
  }

  /** Everything it has printed, once that holds `text`; throws when it ends before. */
  async printed(text: string): Promise<string> {
    await eventually(
      () => {
        if (!this.output.includes(text) && this.child.exitCode === null) throw new Error(`"${text}" is not printed yet:\n${this.output}`);
      },
      { timeout: 90_000 },
    );
    if (!this.output.includes(text)) throw new Error(`npm start ended with ${this.child.exitCode} before "${text}":\n${this.output}`);
    return this.output;
  }

  /** SIGTERM, as a supervisor sends it. */
  async terminate(): Promise<{ code: number | null; seconds: number; output: string }> {
    const asked = performance.now();
    this.child.kill('SIGTERM');
    await this.ended;
    return { code: this.child.exitCode, seconds: (performance.now() - asked) / 1000, output: this.output };
  }
}

/** SIGTERM: all of a start that keeps its data in `directory` is gone within 10 s, and not before it was there. */
export async function endsCleanly(started: Started, directory: string): Promise<void> {
  const pids = runningIn(directory);
  expect([...pids.keys()].sort()).toEqual([...STACK_SERVICES, 'nats', 'postgres'].sort());
  const { code, seconds, output } = await started.terminate();
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/stopping …\n$/) });
  expect(seconds).toBeLessThan(10);
  expect([...pids].filter(([, pid]) => identityOf(pid))).toEqual([]);
  expect(processesOf(directory)).toEqual([]);
}

/** The pids of the servers and services that a start notes in its directory, by name. */
function runningIn(directory: string): Map<string, number> {
  const files = readdirSync(`${directory}/run`).filter((file) => file.endsWith('.pid'));
  return new Map(files.map((file) => [file.slice(0, -'.pid'.length), JSON.parse(readFileSync(`${directory}/run/${file}`, 'utf8')).pid]));
}

/** Every process that has to do with a directory: it works in it (Postgres' own children too), or its command names it. */
export function processesOf(directory: string): string[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((pid) => (asked(() => readlinkSync(`/proc/${pid}/cwd`)) + commandOf(pid)).includes(directory))
    .map((pid) => `${pid} ${commandOf(pid)}`);
}

const commandOf = (pid: string): string => asked(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));

function asked(question: () => string): string {
  try {
    return question();
  } catch {
    return ''; // it has ended meanwhile, or is not ours
  }
}
