import { Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { newId, SYSTEM } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { Registers } from '../register/register.service.js';
import { dispatched, nothingMore, reworked, settledElsewhere } from './outcome.js';
import { routeByList } from './routing.js';
import { isFinished, type OrderFacts, openOrder, type WorkOrder } from './work-order.js';
import { settingAt, takeAsSystem } from './work-order.service.js';
import { findBySource, markSettled, placeWorkOrder, updateWorkOrder } from './work-order.store.js';

/** What an order goes through because of what becomes of its request or hazard. All of it within the event's transaction. */
@Injectable()
export class SourceService {
  constructor(private readonly registers: Registers) {}

  /** Opens an order and, when the responsibility list names somebody, gives it to them at once. No read: the registers are in memory. */
  open(tx: Tx, facts: Omit<OrderFacts, 'id'>): void {
    const registers = this.registers.current;
    const setting = settingAt(tx.now, registers);
    const order = openOrder({ id: newId(), ...facts }, setting);
    const { assignment, passedOver } = routeByList(registers, order, tx.now);
    const steps = assignment ? [takeAsSystem(order, 'dispatch', setting, dispatched(order, assignment, setting))] : [];
    placeWorkOrder(tx, order, { by: SYSTEM, steps, code: passedOver ? 'nearest-entry-barred' : undefined }, setting.policies);
  }

  /** Opens the order for a hazard, unless one stands for it already: a hazard may be handed over again after a failed recheck. */
  async openForHazard(tx: Tx, hazard: EventData<'inspection.hazard.transferred.v1'>): Promise<void> {
    if (await findBySource(tx, 'hazard-rectification', hazard.hazardId)) return;
    this.open(tx, {
      type: 'hazard-rectification',
      sourceId: hazard.hazardId,
      sourceNumber: null,
      requestKind: null,
      categoryCode: hazard.categoryCode,
      areaCode: hazard.areaCode,
      barredOrganisationIds: null,
      barredAccountIds: null,
      urgency: hazard.urgency,
      receivedAt: new Date(hazard.at),
    });
  }

  /** The request needs no answer from us any more. A dispute never had an order, and a finished one stays as it ended. */
  async end(tx: Tx, requestId: string, code: string): Promise<void> {
    const order = await findBySource(tx, 'request', requestId);
    if (!order) return markSettled(tx, requestId);
    if (!isFinished(order)) this.follow(tx, order, 'terminate', () => settledElsewhere(code));
  }

  /**
   * What the requester said decides: closed, or a new round. No order means that a mediation answered, or that the order was ended
   * after its answer. Throws when the order is not at the answer that was asked about: the event waits for that.
   */
  async decide(tx: Tx, { requestId, round, outcome }: EventData<'evaluation.callback.recorded.v1'>): Promise<void> {
    const order = await findBySource(tx, 'request', requestId);
    if (!order) return;
    assertAt(order, 'approved', round);
    if (outcome === 'closed') this.follow(tx, order, 'close', () => nothingMore);
    else this.follow(tx, order, 'rework', (setting) => reworked(order, 'requester-not-content', setting));
  }

  /** A failed recheck begins a new round. No order: the hazard was put right on a notice, not by an order. */
  async recheckFailed(tx: Tx, hazardId: string): Promise<void> {
    const order = await findBySource(tx, 'hazard-rectification', hazardId);
    if (!order) return;
    assertAt(order, 'closed', order.round);
    this.follow(tx, order, 'rework', (setting) => reworked(order, 'recheck-failed', setting));
  }

  private follow(
    tx: Tx,
    order: WorkOrder,
    action: 'close' | 'rework' | 'terminate',
    outcomeOf: (setting: ReturnType<typeof settingAt>) => ReturnType<typeof reworked>,
  ): void {
    const setting = settingAt(tx.now, this.registers.current);
    updateWorkOrder(tx, order, [takeAsSystem(order, action, setting, outcomeOf(setting))]);
  }
}

function assertAt(order: WorkOrder, state: WorkOrder['state'], round: number): void {
  if (order.state === state && order.round === round) return;
  throw new Error(`work order ${order.id} is ${order.state} in round ${order.round}, not ${state} in round ${round}`);
}
