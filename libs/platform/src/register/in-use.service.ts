import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { log } from '../observability/log.js';

/** How long another process may go by what a register was before. */
const READ_EVERY_MS = 2_000;

/** A row of a register that is not as most are: retired, or with something else to know. */
interface Exceptional {
  readonly code: string;
  readonly successor: string | null;
}

/**
 * What is to be known of a register's rows when something new names one, in memory, so that a registration asks no statement for it: the few that are retired,
 * or otherwise not as most. The process that changes one reads them again before it answers, every other within two seconds; what names meanwhile one that was
 * just retired goes on, as all that is there does.
 */
@Injectable()
export abstract class InUse<T extends Exceptional> implements OnModuleInit, OnApplicationShutdown {
  private known: ReadonlyMap<string, T> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private readings = 0;
  private newest = 0;

  protected constructor(
    private readonly transactor: Transactor,
    private readonly read: (tx: ReadTx) => Promise<readonly T[]>,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.ask(), READ_EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  readonly refresh = async (): Promise<void> => {
    const reading = ++this.readings;
    const rows = await this.transactor.read(SYSTEM, this.read);
    if (reading < this.newest) return; // a later one came first
    this.newest = reading;
    this.known = new Map(rows.map((row) => [row.code, row]));
  };

  protected find(code: string): T | undefined {
    return this.known.get(code);
  }

  protected exceptions(): string[] {
    return [...this.known.keys()];
  }

  /** Where a chain of successors ends: the one in use. There is no circle, as who is retired takes over from nobody. */
  protected lastSuccessor(code: string): string {
    const later = this.known.get(code)?.successor ?? null;
    return later === null ? code : this.lastSuccessor(later);
  }

  private async ask(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      log.warn({ err: error }, 'what is in use may be stale; it is read again');
    }
  }
}
