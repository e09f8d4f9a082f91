import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { endLeftovers, removePidFile, writePidFile } from './pid-files.js';
import { makePrivate, ROOT } from './places.js';

/** Until when each kind has to have ended, in milliseconds after the end was asked for; time that one leaves is the next one's. */
const ENDS_WITHIN = { service: 6_000, nats: 7_000, postgres: 8_500 } as const; // Postgres last: it writes a checkpoint

/** The order in which children end: services before the servers they talk to. */
const ORDER = { service: 1, nats: 2, postgres: 3 } as const;

/**
 * What asks each kind to end, and what ends it when it has not. Postgres: SIGINT is its fast shutdown, which waits for no client; SIGQUIT is the immediate one,
 * which takes its processes along, where SIGKILL would leave the one that writes the checkpoint behind.
 */
const SIGNALS = {
  service: { signal: 'SIGTERM', last: 'SIGKILL' },
  nats: { signal: 'SIGTERM', last: 'SIGKILL' },
  postgres: { signal: 'SIGINT', last: 'SIGQUIT' },
} as const;

export interface ChildOptions {
  readonly name: string;
  readonly kind: keyof typeof ORDER;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Record<string, string | undefined>;
  readonly cwd?: string;
  /** Whom it runs as, when this process is root. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** A running child process. Its output goes to `<name>.log`. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** Its log so far (this start and earlier ones). */
  log(): string;
  /** Asks it to end, kills it after `limit` milliseconds, resolves when it is gone. */
  stop(limit?: number): Promise<void>;
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * The child processes of one stack. They have sessions of their own, so that Ctrl-C reaches only the parent, which stops
 * them in order; a guardian process ends them when the parent is killed.
 */
export class Children {
  private readonly running = new Map<string, Child & { kind: ChildOptions['kind'] }>();
  private guardian?: ChildProcess;
  private stopping = false;

  /**
   * @param directory where pid files and logs go: `<directory>/run`, and `<directory>/logs`, which is emptied
   * @param options.temporary remove the directory with all that is in it after `stop`, or when the parent is killed
   */
  constructor(
    private readonly directory: string,
    private readonly options: { readonly temporary?: boolean } = {},
  ) {
    rmSync(`${directory}/logs`, { recursive: true, force: true });
    makePrivate(`${directory}/logs`);
    makePrivate(this.pidDirectory);
  }

  /** Ends children left running by a parent that was killed together with its guardian; returns their names. */
  endLeftovers(): Promise<string[]> {
    return endLeftovers(this.pidDirectory);
  }

  logFile(name: string): string {
    return `${this.directory}/logs/${name}.log`;
  }

  /** @throws when the program cannot be run at all, or after `stop` */
  async spawn(options: ChildOptions): Promise<Child> {
    if (this.stopping) throw new Error(`${options.name} is not started: everything is being stopped`);
    this.guard();
    const log = openSync(this.logFile(options.name), 'a', 0o600);
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', log, log],
      ...options.user,
    });
    closeSync(log);
    await once(child, 'spawn');
    const handle = this.handle(child, options);
    this.running.set(options.name, handle);
    return handle;
  }

  /** Ends everything for good: services first, then NATS, then Postgres; each group at once. At most 10 s in all. */
  async stop(): Promise<void> {
    this.stopping = true;
    const asked = Date.now();
    for (const kind of ['service', 'nats', 'postgres'] as const) {
      const group = [...this.running.values()].filter((child) => child.kind === kind);
      await Promise.all(group.map((child) => child.stop(asked + ENDS_WITHIN[kind] - Date.now())));
    }
    await this.endGuardian();
  }

  private get pidDirectory(): string {
    return `${this.directory}/run`;
  }

  private handle(child: ChildProcess, options: ChildOptions): Child & { kind: ChildOptions['kind'] } {
    const { name, kind } = options;
    const pid = child.pid ?? 0; // set: it has spawned
    const { signal, last } = SIGNALS[kind];
    let over = false;
    const ended = once(child, 'exit').then(() => {
      over = true;
      this.running.delete(name);
      removePidFile(this.pidDirectory, name);
    });
    writePidFile(this.pidDirectory, name, pid, { signal, last, order: ORDER[kind] });
    const stop = async (limit: number) => {
      child.kill(signal);
      const timer = setTimeout(() => child.kill(last), limit);
      await ended;
      clearTimeout(timer);
    };
    return {
      name,
      kind,
      pid,
      ended,
      hasEnded: () => over,
      log: () => readFileSync(this.logFile(name), 'utf8'),
      stop: async (limit = 6_000) => (over ? undefined : stop(limit)),
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }

  private guard(): void {
    if (this.guardian) return;
    const args = [this.pidDirectory, ...(this.options.temporary ? [this.directory] : [])];
    this.guardian = spawn(process.execPath, [`${ROOT}/libs/local-stack/dist/guardian.js`, ...args], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.guardian.unref(); // it waits for us, not we for it
  }

  private async endGuardian(): Promise<void> {
    const guardian = this.guardian;
    this.guardian = undefined;
    if (!guardian || guardian.exitCode !== null) return;
    guardian.ref();
    const ended = once(guardian, 'exit');
    guardian.stdin?.end();
    await ended;
  }
}
