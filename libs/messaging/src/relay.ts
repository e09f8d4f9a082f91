import type { LoggerService } from '@nestjs/common';
import type { Client } from 'pg';
import type { BatchPublisher } from './batch-publisher.js';
import { publishedEvents } from './metrics.js';
import { jittered } from './patience.js';
import { pause } from './pause.js';
import type { OutboxRow } from './statement.js';

const BATCH = 500;
/** The safety net under the kick: an event never waits longer than this for the relay to look. */
const POLL_MS = 500;
/**
 * After a pass that moved something, wait a little for more: the first event after a quiet moment goes at once, and under load
 * the events of so many milliseconds share one read, one write and one commit.
 */
const LINGER_MS = 10;
const BACKOFF_MS = [100, 300, 1_000, 2_000, 5_000];

interface StoredRow extends OutboxRow {
  readonly id: string;
}

/**
 * Moves committed events from the outbox to the stream, in order of id: reads a batch, publishes it, and
 * archives exactly what the stream acknowledged. It reads what is pending, never "after the last id":
 * transactions commit out of id order, and a cursor loses the late ones.
 */
export class Relay {
  private readonly over = new AbortController();
  private rest = new AbortController();
  private kicked = false;
  private failures = 0;
  private loop?: Promise<void>;

  /** @param client the owner's own connection: when the lock is lost with it, so is the relay. */
  constructor(
    private readonly client: Client,
    private readonly publisher: BatchPublisher,
    private readonly logger: LoggerService,
  ) {}

  start(): void {
    this.loop = this.run();
  }

  /** Something was committed: look now. While the stream refuses, a commit is no reason to ask it sooner. */
  kick(): void {
    this.kicked = true;
    if (this.failures === 0) this.rest.abort();
  }

  /** The broker is back: try now. */
  retry(): void {
    this.failures = 0;
    this.kick();
  }

  async stop(): Promise<void> {
    this.over.abort();
    this.rest.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.over.signal.aborted) {
      this.kicked = false;
      this.rest = new AbortController();
      await this.idle(await this.tryPass());
    }
  }

  /** Milliseconds to rest after it. */
  private async tryPass(): Promise<number> {
    try {
      const moved = await this.pass();
      this.failures = 0;
      if (moved === BATCH) return 0;
      return moved > 0 ? LINGER_MS : POLL_MS;
    } catch (error) {
      if (!this.over.signal.aborted) this.logger.warn(`relay: ${(error as Error).message}; trying again`);
      return jittered(BACKOFF_MS[Math.min(this.failures++, BACKOFF_MS.length - 1)] as number);
    }
  }

  private async idle(ms: number): Promise<void> {
    if (this.over.signal.aborted || (this.kicked && this.failures === 0 && ms === POLL_MS)) return;
    if (ms === LINGER_MS) await pause(ms, this.over.signal);
    else if (ms > 0) await pause(ms, this.rest.signal);
  }

  /** One batch. Returns how many events moved; throws when the stream refused one. */
  private async pass(): Promise<number> {
    const sql = `select id, event_id as "eventId", subject, headers, body from outbox order by id limit ${BATCH}`;
    const { rows } = await this.client.query<StoredRow>({ name: 'relay_read', text: sql });
    if (rows.length === 0) return 0;
    const { stored, error } = await this.publisher.publish(rows);
    if (stored.length > 0) await this.archive(stored);
    if (error) throw new Error(`the stream did not take an event: ${error}`);
    return stored.length;
  }

  private async archive(rows: readonly StoredRow[]): Promise<void> {
    const text = `with moved as (delete from outbox where id = any($1::bigint[]) returning id, event_id, subject, headers, body)
      insert into outbox_archive (id, event_id, subject, headers, body) select * from moved`;
    await this.client.query({ name: 'relay_archive', text, values: [rows.map((row) => row.id)] });
    publishedEvents.inc(rows.length);
  }
}
