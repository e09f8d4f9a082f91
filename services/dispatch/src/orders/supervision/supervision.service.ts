import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { ReferenceData } from '../../reference/reference.service.js';
import { reminded } from '../work-order/outcome.js';
import { takeAsSystem } from '../work-order/step.js';
import { countOverdue, findToRemind, saveSteps, WORK_ORDERS } from '../work-order/work-order.store.js';

const EVERY_MS = 5_000;
const LARGEST_TURN = 500;

/** 督办: reminds the lead organisations of overdue orders, then shows the yellow and the red card (policy `overdue-steps`). */
@Injectable()
export class SupervisionService implements OnModuleInit {
  private readonly logger = new Logger('Supervision');

  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    const overdue = { name: 'zd_orders_overdue', help: 'Work orders with an overdue step (counted up to 10000)' };
    watchFigure(overdue, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countOverdue(tx, tx.now)) }]);
    this.timers.every('remind of overdue orders', EVERY_MS, (signal) => this.remindAll(signal));
  }

  /** One turn. An order that can't be reminded of is logged and does not keep the others from it. */
  private async remindAll(signal: AbortSignal): Promise<void> {
    const ids = await this.transactor.read(SYSTEM, (tx) => findToRemind(tx, tx.now, LARGEST_TURN));
    for (const id of ids) {
      if (signal.aborted) return;
      await this.remind(id).catch((error: Error) => this.logger.error(`work order ${id} was not reminded of: ${error.message}`));
    }
  }

  private remind(id: string): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const order = await WORK_ORDERS.load(tx, id);
      const context = this.reference.current.contextAt(tx.now);
      if (order.nextReminderAt === null || order.nextReminderAt > tx.now) return; // answered, or reminded of, since it was found
      const outcome = reminded(order, context);
      if (outcome) saveSteps(tx, takeAsSystem(order, 'remind', context, outcome));
    });
  }
}
