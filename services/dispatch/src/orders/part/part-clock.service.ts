import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Clocks } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { isBarred } from '../../reference/barred.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { isOverdue, isUndecided, whyOver } from './part.js';
import { countOverdue, findMaybeOver, findToRemind, lookedAt, orderOf, PARTS } from './part.store.js';

/** 协办催办、结束: tells once when a co-handler is not in in time, and when the centre has not decided in time about one that was returned; ends the parts whose order has ended, was given to another or is reworked. */
@Injectable()
export class PartClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly clocks: Clocks,
  ) {}

  onModuleInit(): void {
    const overdue = {
      name: 'zd_parts_overdue',
      help: 'Parts of co-handlers that are not in, or returned and not decided, in time (counted up to 10000)',
    };
    watchFigure(overdue, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countOverdue(tx, tx.now)) }]);
    const take = (tx: Tx, id: string) => this.endOrRemind(tx, id);
    this.clocks.seeTo({ what: 'end of part', find: findMaybeOver, take }, { what: 'reminder of part', find: findToRemind, take });
  }

  private async endOrRemind(tx: Tx, id: string): Promise<void> {
    const found = await PARTS.load(tx, id);
    const order = await orderOf(tx, found);
    const endedFor = whyOver(found, order, (one) => isBarred(this.reference.current, order, one));
    if (endedFor) PARTS.take(tx, found, 'end', { endedFor });
    else if ((isOverdue(found, tx.now) || isUndecided(found, tx.now)) && found.remindedAt === null)
      PARTS.take(tx, found, 'remind', { remindedAt: tx.now });
    else lookedAt(tx, found);
  }
}
