import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Clocks } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { WORK_ORDERS } from '../work-order/work-order.store.js';
import { hasOutlived, isUndecided } from './application.js';
import { APPLICATIONS, countUndecided, findMaybeOver, findToRemind, lookedAt } from './application.store.js';

/** 催批、失效: tells when nobody has decided an application in time, and lets those lapse whose order has ended or is another's. Grants nothing. */
@Injectable()
export class ApplicationClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly clocks: Clocks,
  ) {}

  onModuleInit(): void {
    const undecided = { name: 'zd_applications_undecided', help: 'Applications that nobody has decided in time (counted up to 10000)' };
    watchFigure(undecided, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countUndecided(tx, tx.now)) }]);
    this.clocks.seeTo(
      { what: 'lapse of application', find: findMaybeOver, take: lapse },
      { what: 'reminder of application', find: findToRemind, take: remind },
    );
  }
}

/** Nothing when it was decided since it was found, or its order is still with who asked. */
async function lapse(tx: Tx, id: string): Promise<void> {
  const found = await APPLICATIONS.load(tx, id);
  if (!isUndecided(found)) return;
  if (hasOutlived(found, await WORK_ORDERS.load(tx, found.workOrderId))) APPLICATIONS.take(tx, found, 'lapse');
  else lookedAt(tx, found);
}

async function remind(tx: Tx, id: string): Promise<void> {
  const found = await APPLICATIONS.load(tx, id);
  if (isUndecided(found) && found.remindedAt === null && found.dueAt <= tx.now)
    APPLICATIONS.take(tx, found, 'remind', { remindedAt: tx.now });
}
