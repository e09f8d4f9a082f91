import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '@zero-distance/kernel';
import { Clocks } from '@zero-distance/messaging';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { watchFigure } from '@zero-distance/platform';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import type { DecisionContext } from '../../reference/reference.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { APPOINTMENT_MISSED } from '../work-order/appointment.js';
import { type Outcome, RECHECK_LAPSED, resumed } from '../work-order/outcome.js';
import { takeAsSystem } from '../work-order/step.js';
import { reminded, warned } from '../work-order/supervision.js';
import type { WorkOrder } from '../work-order/work-order.js';
import {
  countOverdue,
  findToLapse,
  findToMiss,
  findToRemind,
  findToResume,
  findToWarn,
  saveSteps,
  WORK_ORDERS,
} from '../work-order/work-order.store.js';

type Supervising = 'remind' | 'warn' | 'resume' | 'lapse-recheck' | 'miss-appointment';

/** When each is due, of an order that may have been answered since it was found. */
const DUE: Readonly<Record<Supervising, (order: WorkOrder) => Date | null>> = {
  remind: ({ nextReminderAt }) => nextReminderAt,
  warn: ({ nextLampAt }) => nextLampAt,
  resume: ({ state, stepDueAt }) => (state === 'parked' ? stepDueAt : null),
  'lapse-recheck': ({ recheckDueAt }) => recheckDueAt,
  'miss-appointment': ({ state, appointmentCheckAt }) => (state === 'accepted' || state === 'in-progress' ? appointmentCheckAt : null),
};

/**
 * 督办: takes parked orders up again at their review date, waits no longer for who found a matter to look again (policy `recheck-limit`), tells
 * once that the agreed time of a service is over (policy `appointment-grace-minutes`), tells when the lamp of an order turns (policy `lamp-thresholds`), reminds the lead organisations of overdue orders, then shows the yellow and the
 * red card (policy `overdue-steps`).
 */
@Injectable()
export class SupervisionService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly clocks: Clocks,
  ) {}

  onModuleInit(): void {
    const overdue = { name: 'zd_orders_overdue', help: 'Work orders with an overdue step (counted up to 10000)' };
    watchFigure(overdue, async () => [{ value: await this.transactor.read(SYSTEM, (tx) => countOverdue(tx, tx.now)) }]);
    // Reminders before lamps, which tell nothing more once there was one.
    const kinds = [
      ['resume', findToResume],
      ['lapse-recheck', findToLapse],
      ['miss-appointment', findToMiss],
      ['remind', findToRemind],
      ['warn', findToWarn],
    ] as const;
    this.clocks.seeTo(
      ...kinds.map(([action, find]) => ({
        what: `${action} of work order`,
        find,
        take: (tx: Tx, id: string) => this.take(tx, action, id),
      })),
    );
  }

  private async take(tx: Tx, action: Supervising, id: string): Promise<void> {
    const order = await WORK_ORDERS.load(tx, id);
    const context = this.reference.current.contextAt(tx.now);
    const due = DUE[action](order);
    if (due === null || due > tx.now) return; // answered, or taken already, since it was found
    const outcome = await outcomeOf(action, tx, order, context);
    if (outcome) saveSteps(tx, takeAsSystem(order, action, context, outcome));
  }
}

async function outcomeOf(action: Supervising, tx: Tx, order: WorkOrder, context: DecisionContext): Promise<Outcome | undefined> {
  if (action === 'remind') return reminded(order, context);
  if (action === 'warn') return warned(order, context);
  if (action === 'lapse-recheck') return RECHECK_LAPSED;
  if (action === 'miss-appointment') return APPOINTMENT_MISSED;
  return { ...resumed(await readLedger(tx, order), context), reasonCode: 'review-date' };
}
