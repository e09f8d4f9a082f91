import type { EventData } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Appointment } from './appointment.js';

/** Queues that a time was agreed, or moved: the order has one. Of what is no request nothing is kept. */
export const keepAppointment = (
  tx: Tx,
  { workOrderId, sourceId, appointedFrom, appointedUntil }: EventData<'dispatch.work-order.appointed.v1'>,
): void =>
  tx.write(
    `insert into appointment (work_order_id, request_id, from_at, until_at)
     select $1, id, $3, $4 from request where id = $2
     on conflict (work_order_id) do update set from_at = excluded.from_at, until_at = excluded.until_at, missed = false`,
    [workOrderId, sourceId, new Date(appointedFrom), new Date(appointedUntil)],
    'any',
  );

/** Queues that what is agreed is over and nobody has said that the service was provided. */
export const missAppointment = (tx: Tx, workOrderId: string): void =>
  tx.write('update appointment set missed = true where work_order_id = $1 and not missed', [workOrderId], 'any');

/** After these what the provider said of a service does not stand. */
const ANSWERED_NO_MORE = ['dispatch.work-order.rejected.v1', 'dispatch.work-order.taken-back.v1', 'dispatch.work-order.refuted.v1'];

/** Queues that somebody has said that a service was provided, or that this does not stand. */
export function noteServiceAnswered(tx: Tx, workOrderId: string, type: string): void {
  if (type === 'dispatch.work-order.replied.v1')
    tx.write('update appointment set missed = false where work_order_id = $1 and missed', [workOrderId], 'any');
  if (ANSWERED_NO_MORE.includes(type)) missAgain(tx, workOrderId);
}

/** Queues that what somebody said of a service does not stand: it is missed again where that was told of the time that is agreed. */
function missAgain(tx: Tx, workOrderId: string): void {
  tx.write(
    `update appointment a set missed = true where work_order_id = $1 and not missed and exists (
       select from request_history h where h.request_id = a.request_id and h.at >= a.until_at
         and h.service = 'dispatch' and h.action = 'work-order.appointment-missed' and h.detail->>'workOrderId' = a.work_order_id::text)`,
    [workOrderId],
    'any',
  );
}

/** Queues that nothing is agreed any more: it was cancelled, or somebody else has the order, or it has ended. */
export const removeAppointment = (tx: Tx, workOrderId: string): void =>
  tx.write('delete from appointment where work_order_id = $1', [workOrderId], 'any');

/** The next time that was agreed and is not over, or else one that is over without the service; of a request that is divided, of its parts. */
export async function findAppointment(tx: ReadTx, requestId: string | null): Promise<Appointment | null> {
  if (requestId === null) return null;
  const [next] = await tx.query<Appointment & Record<string, unknown>>(
    `select a.from_at as "from", a.until_at as "until", a.missed as "isMissed" from appointment a join request r on r.id = a.request_id
     where (r.id = $1 or r.parent_id = $1) and (a.until_at > $2 or a.missed) order by a.missed, a.from_at limit 1`,
    [requestId, tx.now],
  );
  return next ?? null;
}
