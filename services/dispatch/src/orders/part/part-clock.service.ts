import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { isOverdue, whyOver } from './part.js';
import { findToEnd, findToRemind, orderOf, PARTS } from './part.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 500;

/** 协办催办、结束: tells once when a co-handler is not in in time, and ends the parts whose order has ended, was given to another or is reworked. */
@Injectable()
export class PartClock implements OnModuleInit {
  private readonly logger = new Logger('Parts');

  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see to parts of co-handlers', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const [over, late] = await this.transactor.read(SYSTEM, (tx) =>
      Promise.all([findToEnd(tx, LARGEST_TURN), findToRemind(tx, tx.now, LARGEST_TURN)]),
    );
    for (const id of new Set([...over, ...late])) if (!signal.aborted) await this.take(id);
  }

  /** One that it goes wrong with, as when it was reported since it was found, is logged and does not keep the others from it. */
  private take(id: string): Promise<void> {
    return this.transactor
      .transact(SYSTEM, async (tx) => {
        const found = await PARTS.load(tx, id);
        const endedFor = whyOver(found, await orderOf(tx, found));
        if (endedFor) PARTS.take(tx, found, 'end', { endedFor });
        else if (isOverdue(found, tx.now) && found.remindedAt === null) PARTS.take(tx, found, 'remind', { remindedAt: tx.now });
      })
      .catch((error: Error) => this.logger.warn(`part ${id}: ${error.message}`));
  }
}
