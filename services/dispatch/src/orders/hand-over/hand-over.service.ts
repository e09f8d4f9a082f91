import { Injectable, type OnModuleInit } from '@nestjs/common';
import { withChanges } from '@zero-distance/kernel';
import { Clocks } from '@zero-distance/messaging';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { takeAsSystem } from '../work-order/step.js';
import { saveSteps, WORK_ORDERS } from '../work-order/work-order.store.js';
import { handOver } from './hand-over.js';
import { findToHandOver, handOverApplications } from './hand-over.store.js';

/**
 * 承接: the open orders of organisations that are no more go over to who does their work now. One that somebody changes at that moment is taken on the next turn,
 * as is whatever comes to name such an organisation later: a rework, or an order routed at a replica that had not heard yet.
 */
@Injectable()
export class HandOverService implements OnModuleInit {
  constructor(
    private readonly reference: ReferenceData,
    private readonly clocks: Clocks,
  ) {}

  onModuleInit(): void {
    this.clocks.seeTo({ what: 'handing over work order', find: (tx, limit) => this.find(tx, limit), take: (tx, id) => this.take(tx, id) });
  }

  private async find(tx: ReadTx, limit: number): Promise<string[]> {
    const { succession } = this.reference.current;
    return succession.retired.length === 0 ? [] : findToHandOver(tx, succession, limit);
  }

  private async take(tx: Tx, id: string): Promise<void> {
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
  }
}
