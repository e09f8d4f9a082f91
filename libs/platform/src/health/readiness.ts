import { Inject, Injectable } from '@nestjs/common';
import { EventRuntime } from '@zero-distance/messaging';
import { DataSource } from 'typeorm';

/** Whether this process should be sent requests. */
@Injectable()
export class Readiness {
  private stopping = false;
  private readonly checks: (() => string | undefined)[] = [];
  private readonly told = new Map<string, () => Promise<unknown>>();

  private outlivesDatabase = false;
  private foundDatabase = false;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EventRuntime) private readonly events: EventRuntime,
  ) {}

  /** Most of what this process does needs no database: once it was there, that it is away is no reason any more. */
  outliveDatabase(): void {
    this.outlivesDatabase = true;
  }

  /** From now on: not ready. */
  stop(): void {
    this.stopping = true;
  }

  /** @param check gives a text while there is a fault that is no reason to send requests elsewhere. It must not call out: probes don't wait. */
  warnWhen(check: () => string | undefined): void {
    this.checks.push(check);
  }

  /** Adds a detail to the report, such as the state of other processes. It does not affect readiness. */
  alsoTell(name: string, ask: () => Promise<unknown>): void {
    this.told.set(name, ask);
  }

  /** The added details, by name. */
  async details(): Promise<Record<string, unknown>> {
    return Object.fromEntries(await Promise.all([...this.told].map(async ([name, ask]) => [name, await ask()] as const)));
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  /** Why this process is not ready; empty when it is. */
  async reasons(): Promise<string[]> {
    if (this.stopping) return ['shutting down'];
    if (this.outlivesDatabase && this.foundDatabase) return [];
    const reasons = await databaseReasons(this.dataSource);
    this.foundDatabase = reasons.length === 0;
    return reasons;
  }

  /**
   * Faults during which requests can still be served. While NATS is away every write is safe in the outbox. Were that a reason not to
   * be ready, all replicas would leave at once and refuse requests that they could take.
   */
  get warnings(): string[] {
    const events = this.events.isBrokerUp ? undefined : 'NATS is not connected: events wait in the outbox';
    return [events, ...this.checks.map((check) => check())].filter((text) => text !== undefined);
  }
}

async function databaseReasons(dataSource: DataSource): Promise<string[]> {
  try {
    const [row] = await dataSource.query<{ present: boolean }[]>(`select to_regclass('outbox') is not null as present`);
    return row?.present ? [] : ['the migrations have not been run'];
  } catch (error) {
    return [`the database does not answer (${(error as { code?: string }).code ?? 'no code'})`];
  }
}
