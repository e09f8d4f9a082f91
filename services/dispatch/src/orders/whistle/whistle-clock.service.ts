import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Clocks } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { isOverdue, isUnconcluded } from './whistle.js';
import { countUnconcluded, findToConclude, findToEnd, findToMiss, WHISTLES } from './whistle.store.js';

/**
 * 未到、催结、随工单结束: tells once who was summoned and has not come in time (policy `arrival-limit`), and once that the street has not said what came of it
 * (`conclusion-limit`); ends what is about an order that has ended.
 */
@Injectable()
export class WhistleClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly clocks: Clocks,
  ) {}

  onModuleInit(): void {
    const unconcluded = {
      name: 'zd_whistles_unconcluded',
      help: 'Whistles of which the street has not said in time what came of them (counted up to 10000)',
    };
    watchFigure(unconcluded, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countUnconcluded(tx, tx.now)) }]);
    this.clocks.seeTo(
      { what: 'whistle of an order that ended', find: findToEnd, take: end },
      { what: 'whistle that was not answered', find: findToMiss, take: tell },
      { what: 'whistle that was not concluded', find: findToConclude, take: tell },
    );
  }
}

/** Nothing when the street has concluded it since it was found. */
async function end(tx: Tx, id: string): Promise<void> {
  const found = await WHISTLES.load(tx, id);
  if (found.state === 'called') WHISTLES.take(tx, found, 'end', {}, { reasonCode: 'order-ended' });
}

/** Nothing when somebody has come, or it was concluded, since it was found. What is late twice is told of once more in the next turn. */
async function tell(tx: Tx, id: string): Promise<void> {
  const found = await WHISTLES.load(tx, id);
  if (isOverdue(found, tx.now) && found.missedAt === null) WHISTLES.take(tx, found, 'miss', { missedAt: tx.now });
  else if (isUnconcluded(found, tx.now) && found.remindedAt === null) WHISTLES.take(tx, found, 'remind', { remindedAt: tx.now });
}
