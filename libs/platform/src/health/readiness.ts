import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Dependencies } from '../dependencies.js';

/** Whether this process should be sent requests. What has no service's database and events behind it (the gateway) is ready once it runs. */
@Injectable()
export class Readiness {
  private stopping = false;
  private readonly checks: (() => string | undefined)[] = [];
  private readonly told = new Map<string, () => Promise<unknown>>();

  constructor(@Inject(Dependencies) private readonly dependencies: Dependencies) {}

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
    const { dataSource } = this.dependencies;
    return dataSource ? databaseReasons(dataSource) : [];
  }

  /**
   * Faults during which requests can still be served. While NATS is away every write is safe in the outbox. Were that a reason not to
   * be ready, all replicas would leave at once and refuse requests that they could take.
   */
  get warnings(): string[] {
    const { eventRuntime } = this.dependencies;
    const events = eventRuntime && !eventRuntime.isBrokerUp ? 'NATS is not connected: events wait in the outbox' : undefined;
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
