import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { APPLICATIONS, countUndecided, findToLapse, findToRemind } from './application.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 500;

/** 催批、失效: tells when nobody has decided an application in time, and lets those lapse whose order has ended or is another's. Grants nothing. */
@Injectable()
export class ApplicationClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    const undecided = { name: 'zd_applications_undecided', help: 'Applications that nobody has decided in time (counted up to 10000)' };
    watchFigure(undecided, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countUndecided(tx, tx.now)) }]);
    this.timers.every('see to applications', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const [lapsing, late] = await this.transactor.read(SYSTEM, (tx) =>
      Promise.all([findToLapse(tx, LARGEST_TURN), findToRemind(tx, tx.now, LARGEST_TURN)]),
    );
    const open = late.filter((id) => !lapsing.includes(id));
    await this.timers.takeEach('lapse of application', lapsing, signal, (id) => this.take(id, 'lapse'));
    await this.timers.takeEach('remind of application', open, signal, (id) => this.take(id, 'remind'));
  }

  private take(id: string, action: 'lapse' | 'remind'): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const found = await APPLICATIONS.load(tx, id);
      APPLICATIONS.take(tx, found, action, action === 'remind' ? { remindedAt: tx.now } : {});
    });
  }
}
