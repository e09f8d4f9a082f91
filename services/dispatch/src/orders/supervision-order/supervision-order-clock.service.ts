import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM, unwrap } from '@zero-distance/kernel';
import { Clocks } from '@zero-distance/messaging';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { ReferenceData } from '../../reference/reference.service.js';
import { isWithLead } from '../work-order/work-order.js';
import { holdWorkOrder, WORK_ORDERS } from '../work-order/work-order.store.js';
import { isOverdue, openSupervision, supervisedFrom } from './supervision-order.js';
import { countOverdue, findRed, findToRemind, isSupervised, placeSupervision, SUPERVISION_ORDERS } from './supervision-order.store.js';

/** 红牌督办: opens a supervision order of what is still not answered some time after the red card (policy `supervision-after-red`), and tells of those that are overdue. */
@Injectable()
export class SupervisionOrderClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly clocks: Clocks,
  ) {}

  onModuleInit(): void {
    const overdue = {
      name: 'zd_supervision_orders_overdue',
      help: 'Supervision orders that are not answered, or not decided, in time (counted up to 10000)',
    };
    watchFigure(overdue, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countOverdue(tx, tx.now)) }]);
    this.clocks.seeTo(
      { what: 'supervising work order', find: (tx, limit) => this.findLongRed(tx, limit), take: (tx, id) => this.open(tx, id) },
      { what: 'reminder of supervision order', find: findToRemind, take: remind },
    );
  }

  private async findLongRed(tx: ReadTx, limit: number): Promise<string[]> {
    const context = this.reference.current.contextAt(tx.now);
    return (await findRed(tx, limit)).filter((order) => supervisedFrom(order, context) <= tx.now).map(({ id }) => id);
  }

  private async open(tx: Tx, id: string): Promise<void> {
    const context = this.reference.current.contextAt(tx.now);
    const order = await WORK_ORDERS.load(tx, id);
    if (order.reminderLevel !== 'red' || !isWithLead(order) || (await isSupervised(tx, order))) return; // answered, or taken already, since it was found
    holdWorkOrder(tx, order);
    placeSupervision(tx, unwrap(openSupervision('overdue', [order], 'red-lamp', context)), [order], null);
  }
}

async function remind(tx: Tx, id: string): Promise<void> {
  const found = await SUPERVISION_ORDERS.load(tx, id);
  if (isOverdue(found, tx.now) && found.remindedAt === null) SUPERVISION_ORDERS.take(tx, found, 'remind', { remindedAt: tx.now });
}
