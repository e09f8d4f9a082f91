import type { LoggerService } from '@nestjs/common';
import { Client } from 'pg';
import { pause } from '../broker/pause.js';

/**
 * How often a standby asks for the lock. It asks rather than waits: a waiting query holds a snapshot, and
 * while it does vacuum can't clean the outbox.
 */
const ASK_MS = 500;
/** How often a leader asks whether its connection still lives, and how long it waits for the answer to anything. */
const CHECK_MS = 5_000;
const ANSWER_MS = 10_000;

/** What a leader runs; told to stop when it leads no more. */
export interface Leadership {
  stop(): Promise<void>;
}

/**
 * Sees to it that of all replicas of a service exactly one, the leader, runs the relay, the consumers and
 * the timers. The lock is a session advisory lock on a connection of its own: Postgres gives it up at the
 * moment the leader's process or connection is gone. A function of the schema takes it, since the roles may take no
 * advisory lock themselves: one service could then hold another's.
 */
export class LeaderElection {
  private readonly over = new AbortController();
  private loop?: Promise<void>;
  private leads = false;

  constructor(
    private readonly service: string,
    private readonly databaseUrl: string,
    private readonly begin: (client: Client) => Leadership,
    private readonly logger: LoggerService,
  ) {}

  get isLeader(): boolean {
    return this.leads;
  }

  start(): void {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.over.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.over.signal.aborted) {
      try {
        await this.term();
      } catch (error) {
        this.logger.warn(`leader election of ${this.service}: ${(error as Error).message}; trying again`);
      }
      await pause(ASK_MS, this.over.signal);
    }
  }

  /** One term: get the lock, lead, until told to stop or the connection is lost. */
  private async term(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: `${this.service} leader`,
      keepAlive: true,
      pipeline: true,
      options: '-c synchronous_commit=off', // all that is written over it is how far the relay has come
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    const end = new AbortController();
    const signal = AbortSignal.any([end.signal, this.over.signal]);
    client.on('error', () => end.abort()); // also when the server ends the session
    client.on('end', () => end.abort());
    try {
      await client.connect();
      if (await this.acquire(client, signal)) await this.serve(client, signal);
    } finally {
      await disconnect(client);
    }
  }

  private async acquire(client: Client, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      const { rows } = await client.query<{ locked: boolean }>('select take_ownership() as locked');
      if (rows[0]?.locked) return true;
      await pause(ASK_MS, signal);
    }
    return false;
  }

  private async serve(client: Client, signal: AbortSignal): Promise<void> {
    const leadership = this.begin(client);
    this.leads = true;
    this.logger.log(`leader of ${this.service}: relay, consumers and timers run here`);
    try {
      while (!signal.aborted) {
        await client.query('select 1'); // a connection can die without a word
        await pause(CHECK_MS, signal);
      }
    } finally {
      this.leads = false;
      this.logger.log(`no longer leader of ${this.service}`);
      await leadership.stop();
    }
  }
}

/** Says goodbye, or cuts a connection that no longer answers. */
async function disconnect(client: Client): Promise<void> {
  const cut = setTimeout(() => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy(), 1_000);
  await client.end().catch(() => undefined);
  clearTimeout(cut);
}
