import { startOf } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import { unwrap } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { readCalendar } from '../holiday/holiday.store.js';
import { removeHandlers, saveHandlers } from '../participation/participation.store.js';
import { recheckDue, released, transition } from './hazard.js';
import { readDecisionContext } from './hazard.service.js';
import { awaitingRecheck, HAZARDS, moveRechecks, releaseFromWorkOrder, saveWorkOrder } from './hazard.store.js';

// What the events of dispatch do to hazards. Each function works in the event's transaction.

/** The work order of a hazard was opened. */
export async function workOrderOpened(tx: Tx, order: EventData<'dispatch.work-order.opened.v1'>): Promise<void> {
  saveWorkOrder(tx, await HAZARDS.load(tx, order.sourceId), order.workOrderId);
}

type Given = Pick<EventData<'dispatch.work-order.dispatched.v1'>, 'sourceId' | 'leadOrganisationId' | 'coOrganisationIds'>;

/** The work order was given to somebody: they see what it is about. */
export async function workOrderDispatched(tx: Tx, order: Given): Promise<void> {
  const handlers = [order.leadOrganisationId, ...order.coOrganisationIds].filter((id) => id !== null);
  const { visitId, ...hazard } = await HAZARDS.load(tx, order.sourceId);
  if (visitId === null) throw new Error(`hazard ${hazard.id} is of the time before and has no order`);
  saveHandlers(tx, { ...hazard, visitId }, handlers);
}

/** The work order was taken from who had it and given to somebody else, or to the successor of one that is no more. */
export async function workOrderReassigned(tx: Tx, order: Given): Promise<void> {
  removeHandlers(tx, order.sourceId);
  await workOrderDispatched(tx, order);
}

/** The lead returned the work order: nobody has it. */
export function workOrderReturned(tx: Tx, order: EventData<'dispatch.work-order.returned.v1'>): void {
  removeHandlers(tx, order.sourceId);
}

/** The work order was closed: the hazard counts as rectified, and a recheck is due. */
export async function workOrderClosed(tx: Tx, order: EventData<'dispatch.work-order.closed.v1'>): Promise<void> {
  const [hazard, context] = await Promise.all([HAZARDS.load(tx, order.sourceId), readDecisionContext(tx)]);
  HAZARDS.save(tx, unwrap(transition(hazard, 'work-order-closed', context)));
}

/** The work order ended without result: the hazard is the inspectors' again. */
export async function workOrderTerminated(tx: Tx, order: EventData<'dispatch.work-order.terminated.v1'>): Promise<void> {
  removeHandlers(tx, order.sourceId);
  const [hazard, context] = await Promise.all([HAZARDS.load(tx, order.sourceId), readDecisionContext(tx)]);
  releaseFromWorkOrder(tx, hazard, released(hazard, context), order.reasonCode);
}

/** A day became a day off, or a working day: recheck times that were counted over it move. */
export async function holidayRegistered(tx: Tx, { date, kind }: EventData<'dispatch.holiday.registered.v1'>): Promise<void> {
  const waiting = await awaitingRecheck(tx, startOf(date));
  if (waiting.length === 0) return;
  const calendar = await readCalendar(tx, new Date(Math.min(...waiting.map(({ rectifiedAt }) => rectifiedAt.getTime()))));
  const moved = waiting.flatMap((hazard) => {
    const { at, warnings } = recheckDue(hazard.rectifiedAt, hazard.recheckWorkingDays, calendar);
    return at.getTime() === hazard.recheckDueAt.getTime() ? [] : [{ ...hazard, recheckDueAt: at, warnings }];
  });
  moveRechecks(tx, moved, `${date} ${kind}`);
}
