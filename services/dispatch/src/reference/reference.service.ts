import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PolicyService, watchFigure } from '@zero-distance/platform';
import { DataSource } from 'typeorm';
import { missingYears } from './holiday.js';
import { ReferenceSnapshot } from './reference.js';
import { markChanged, readReferenceData, readRevision } from './reference.store.js';

/** How long another replica may work by registers that have changed. */
const ASK_MS = 2_000;

/**
 * The registers in memory, so that neither an action nor an event handler reads them from the database. How they stay right:
 * each change counts `register_revision` up in its own transaction. The process that made it reads them again before it answers;
 * every other asks for the revision (one row) each two seconds and reads them again when it is another. All registers are read in
 * one statement together with their revision, and an older reading never replaces a newer one.
 */
@Injectable()
export class ReferenceData implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('ReferenceData');
  private snapshot?: ReferenceSnapshot;
  private poll?: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: PolicyService,
  ) {}

  /** What holds now. Take it once a use case, so that all of it is judged by the same. */
  get current(): ReferenceSnapshot {
    if (!this.snapshot) throw new Error('the registers are not read yet');
    return this.snapshot;
  }

  async onModuleInit(): Promise<void> {
    this.policies.listen({ onSet: markChanged, afterSet: () => this.refresh() });
    await this.read();
    const missing = { name: 'zd_holidays_missing', help: 'Years whose holidays are due and not loaded' };
    watchFigure(missing, () => [
      { value: missingYears(this.current.calendar, new Date(), this.current.policies['holidays-due-month']).length },
    ]);
    this.poll = setInterval(() => void this.ask(), ASK_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.poll);
  }

  /** Reads them again if they changed. Call it after changing them, and before work that must see what another replica did. */
  readonly refresh = async (): Promise<void> => {
    if ((await readRevision(this.dataSource)) !== this.current.revision) await this.read();
  };

  private async ask(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.logger.warn(`the registers may be stale: ${(error as Error).message}`);
    }
  }

  private async read(): Promise<void> {
    const rows = await readReferenceData(this.dataSource);
    if (!this.snapshot || rows.revision > this.snapshot.revision) this.snapshot = new ReferenceSnapshot(rows);
  }
}
