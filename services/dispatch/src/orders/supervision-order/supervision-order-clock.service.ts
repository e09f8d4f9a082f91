import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM, unwrap } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { ReferenceData } from '../../reference/reference.service.js';
import { isWithLead } from '../work-order/work-order.js';
import { holdWorkOrder, WORK_ORDERS } from '../work-order/work-order.store.js';
import { isOverdue, openSupervision, supervisedFrom } from './supervision-order.js';
import { countOverdue, findRed, findToRemind, isSupervised, placeSupervision, SUPERVISION_ORDERS } from './supervision-order.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 200;

/** 红牌督办: opens a supervision order of what is still not answered some time after the red card (policy `supervision-after-red`), and tells of those that are overdue. */
@Injectable()
export class SupervisionOrderClock implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    const overdue = {
      name: 'zd_supervision_orders_overdue',
      help: 'Supervision orders that are not answered, or not decided, in time (counted up to 10000)',
    };
    watchFigure(overdue, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countOverdue(tx, tx.now)) }]);
    this.timers.every('see to supervision orders', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const [red, late] = await this.transactor.read(SYSTEM, (tx) =>
      Promise.all([findRed(tx, LARGEST_TURN), findToRemind(tx, tx.now, LARGEST_TURN)]),
    );
    const now = this.reference.current.contextAt(new Date());
    const due = red.filter((order) => supervisedFrom(order, now) <= now.now).map(({ id }) => id);
    await this.timers.takeEach('supervising work order', due, signal, (id) => this.open(id));
    await this.timers.takeEach('supervision order', late, signal, (id) => this.remind(id));
  }

  private open(id: string): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const context = this.reference.current.contextAt(tx.now);
      const order = await WORK_ORDERS.load(tx, id);
      if (order.reminderLevel !== 'red' || !isWithLead(order) || (await isSupervised(tx, order))) return; // answered, or taken already, since it was found
      holdWorkOrder(tx, order);
      placeSupervision(tx, unwrap(openSupervision('overdue', [order], 'red-lamp', context)), [order], null);
    });
  }

  private remind(id: string): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const found = await SUPERVISION_ORDERS.load(tx, id);
      if (isOverdue(found, tx.now) && found.remindedAt === null) SUPERVISION_ORDERS.take(tx, found, 'remind', { remindedAt: tx.now });
    });
  }
}
