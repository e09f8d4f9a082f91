import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM, withChanges } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Transactor } from '@zero-distance/persistence';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { takeAsSystem } from '../work-order/step.js';
import { saveSteps, WORK_ORDERS } from '../work-order/work-order.store.js';
import { handOver } from './hand-over.js';
import { findToHandOver, handOverApplications } from './hand-over.store.js';

const EVERY_MS = 2_000;
const LARGEST_TURN = 200;

/**
 * 承接: the open orders of organisations that are no more go over to who does their work now, each in a transaction of its own. So a process that is killed
 * leaves none half done, and the next one goes on; one that somebody changes at that moment is taken on the next turn, as is whatever comes to name such an
 * organisation later: a rework, or an order routed at a replica that had not heard yet.
 */
@Injectable()
export class HandOverService implements OnModuleInit {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly timers: Timers,
  ) {}

  onModuleInit(): void {
    this.timers.every('hand orders over to successors', EVERY_MS, (signal) => this.turn(signal));
  }

  private async turn(signal: AbortSignal): Promise<void> {
    const { succession } = this.reference.current;
    if (succession.retired.length === 0) return;
    const ids = await this.transactor.read(SYSTEM, (tx) => findToHandOver(tx, succession, LARGEST_TURN));
    await this.timers.takeEach('handing over work order', ids, signal, (id) => this.take(id));
  }

  private take(id: string): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const reference = this.reference.current;
      const context = reference.contextAt(tx.now);
      const order = await WORK_ORDERS.load(tx, id);
      const ledger = order.state === 'parked' ? await readLedger(tx, order) : [];
      const follows = handOver(order, reference, context, ledger);
      if (!follows) return; // another was faster
      const step = takeAsSystem(order, follows.action, context, follows.outcome);
      const { stepDueAt, leadOrganisationId } = order;
      const after = saveSteps(tx, follows.action === 'hand-over' ? withChanges(step, { stepDueAt }) : step);
      if (leadOrganisationId !== null && after.leadOrganisationId !== null && after.leadOrganisationId !== leadOrganisationId)
        handOverApplications(tx, after, leadOrganisationId);
    });
  }
}
