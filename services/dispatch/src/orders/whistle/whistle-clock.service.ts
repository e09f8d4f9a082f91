import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { isOverdue } from './whistle.js';
import { findToMiss, WHISTLES } from './whistle.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 未到: tells once who was summoned and has not come in time (policy `arrival-limit`). */
@Injectable()
export class WhistleClock implements OnModuleInit {
  private readonly logger = new Logger('Whistles');

  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see who has come to a whistle', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const late = await this.transactor.read(SYSTEM, (tx) => findToMiss(tx, tx.now, LARGEST_TURN));
    for (const id of late) if (!signal.aborted) await this.miss(id);
  }

  /** One that it goes wrong with, as when somebody has come since it was found, is logged and does not keep the others from it. */
  private miss(id: string): Promise<void> {
    return this.transactor
      .transact(SYSTEM, async (tx) => {
        const found = await WHISTLES.load(tx, id);
        if (isOverdue(found, tx.now) && found.missedAt === null) WHISTLES.take(tx, found, 'miss', { missedAt: tx.now });
      })
      .catch((error: Error) => this.logger.warn(`whistle ${id}: ${error.message}`));
  }
}
