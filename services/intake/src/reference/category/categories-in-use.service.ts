import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { EmergencyNumber } from '@zero-distance/contracts';
import { SYSTEM } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { log } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { type ExceptionalCategory, exceptions } from './category.store.js';

/** How long another process may file by what a category was before. */
const READ_EVERY_MS = 2_000;

/**
 * What is to be known of a category when something is filed under it, in memory, so that a registration asks no statement for it: those that are an emergency
 * or are retired. The process that changes one reads them again before it answers, every other within two seconds; what is filed meanwhile under one that was
 * just retired goes on, as all that is there does.
 */
@Injectable()
export class CategoriesInUse implements OnModuleInit, OnApplicationShutdown {
  private known: ReadonlyMap<string, ExceptionalCategory> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private readings = 0;
  private newest = 0;

  constructor(private readonly transactor: Transactor) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => void this.ask(), READ_EVERY_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * The category that a request is filed under from now on. Its emergency number is null where it is no emergency.
   * @throws 422 for one that is retired, naming its successor
   */
  need(code: string, pointer = '/categoryCode'): { readonly emergencyNumber: EmergencyNumber | null } {
    const { successor = null, emergencyNumber = null } = this.known.get(code) ?? {};
    if (successor !== null) throw refuse('category.retired', { code, successor: this.lastSuccessor(successor) }, pointer);
    return { emergencyNumber };
  }

  readonly refresh = async (): Promise<void> => {
    const reading = ++this.readings;
    const categories = await this.transactor.read(SYSTEM, exceptions);
    if (reading < this.newest) return; // a later one came first
    this.newest = reading;
    this.known = new Map(categories.map((category) => [category.code, category]));
  };

  /** Where a chain of successors ends: the one in use. There is no circle, as who is retired takes over from nobody. */
  private lastSuccessor(code: string): string {
    const later = this.known.get(code)?.successor ?? null;
    return later === null ? code : this.lastSuccessor(later);
  }

  private async ask(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      log.warn({ err: error }, 'categories may be stale; they are read again');
    }
  }
}
