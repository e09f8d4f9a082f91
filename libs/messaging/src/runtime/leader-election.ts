import type { LoggerService } from '@nestjs/common';
import { Client } from 'pg';
import { pause } from '../broker/pause.js';

/** How often a standby asks for the lock. A query that waits for it would hold a snapshot, and vacuum could not clean the outbox meanwhile. */
const ASK_MS = 500;
/** How often a leader checks its connection, and how long it waits for any answer. */
const CHECK_MS = 5_000;
const ANSWER_MS = 10_000;

/** What a leader runs, until it is stopped. */
export interface Leadership {
  stop(): Promise<void>;
}

/**
 * Makes exactly one replica of a service the leader, which runs the relay, the consumers and the timers. The leader holds a session advisory
 * lock on a connection of its own; Postgres releases it when the process or the connection is gone. A function of the schema takes the
 * lock. Roles may take no advisory lock themselves, or one service could hold another's.
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

  /** One term: gets the lock and leads, until the election stops or the connection is lost. */
  private async term(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: `${this.service} leader`,
      keepAlive: true,
      pipeline: true,
      options: '-c synchronous_commit=off', // only the relay's position is written over it
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    const end = new AbortController();
    const signal = AbortSignal.any([end.signal, this.over.signal]);
    client.on('error', () => end.abort()); // emitted also when the server ends the session
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
        await client.query('select 1'); // a connection can die silently
        await pause(CHECK_MS, signal);
      }
    } finally {
      this.leads = false;
      this.logger.log(`no longer leader of ${this.service}`);
      await leadership.stop();
    }
  }
}

/** Closes a connection, or cuts it when it no longer answers. */
async function disconnect(client: Client): Promise<void> {
  const cut = setTimeout(() => (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy(), 1_000);
  await client.end().catch(() => undefined);
  clearTimeout(cut);
}
