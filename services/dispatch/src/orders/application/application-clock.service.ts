import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { APPLICATIONS, findToLapse, findToRemind } from './application.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 500;

/** 催批、失效: tells when nobody has decided an application in time, and lets those lapse whose order has ended or is another's. Grants nothing. */
@Injectable()
export class ApplicationClock implements OnModuleInit {
  private readonly logger = new Logger('Applications');

  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('see to applications', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const [lapsing, late] = await this.transactor.read(SYSTEM, (tx) =>
      Promise.all([findToLapse(tx, LARGEST_TURN), findToRemind(tx, tx.now, LARGEST_TURN)]),
    );
    for (const id of lapsing) if (!signal.aborted) await this.take(id, 'lapse');
    for (const id of late.filter((one) => !lapsing.includes(one))) if (!signal.aborted) await this.take(id, 'remind');
  }

  /** One that it goes wrong with, as when it was decided since it was found, is logged and does not keep the others from it. */
  private take(id: string, action: 'lapse' | 'remind'): Promise<void> {
    return this.transactor
      .transact(SYSTEM, async (tx) => {
        const found = await APPLICATIONS.load(tx, id);
        APPLICATIONS.take(tx, found, action, action === 'remind' ? { remindedAt: tx.now } : {});
      })
      .catch((error: Error) => this.logger.warn(`${action} of application ${id}: ${error.message}`));
  }
}
