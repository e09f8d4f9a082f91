import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

/**
 * 剔除, 撤销剔除. An application is granted once and revoked once at most, so the two say the same in whatever order they are heard. Written only by the
 * consumer of dispatch's stream.
 */
export function keepExclusion(
  tx: Tx,
  { applicationId, workOrderId, sourceId }: EventData<'dispatch.application.granted.v1'>,
  what: 'granted' | 'revoked',
): void {
  tx.upsert(
    `insert into exclusion (id, work_order_id, request_id, ${what}) values ($1, $2, $3, true) on conflict (id) do update set ${what} = true`,
    [applicationId, workOrderId, sourceId],
  );
}

const STANDING = (key: string) => `(select ${key}, bool_or(granted and not revoked) as stands from exclusion group by 1)`;

/**
 * Queues that orders, and what their requesters said of them, are left out of figures as is granted now. Orders and callbacks are kept by other
 * consumers, before or after: those that have come since are found the next time.
 */
export function leaveOut(tx: Tx): void {
  tx.write(
    `update work_order w set excluded = e.stands from ${STANDING('work_order_id')} e where w.id = e.work_order_id and w.excluded <> e.stands`,
    [],
    'any',
  );
  tx.write(
    `update callback c set excluded = e.stands from ${STANDING('request_id')} e where c.request_id = e.request_id and c.excluded <> e.stands`,
    [],
    'any',
  );
}
