import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { ROOT } from '@zero-distance/local-stack';
import { eventually } from '@zero-distance/testing';

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

  /** Runs the script of package.json in a shell, as npm does, with its data in `directory`; servers of the developer's own are left alone. */
  static run(directory: string, ...options: string[]): Started {
    const { DATABASE_URL, NATS_URL, ...env } = process.env;
    const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: { start: string } };
    return new Started(spawn('sh', ['-c', [scripts.start, '--data', directory, ...options].join(' ')], { cwd: ROOT, env }));
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

/** The pids of the servers and services that a start notes in its directory, by name. */
export function runningIn(directory: string): Map<string, number> {
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
