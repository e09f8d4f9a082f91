import { findDueBy, type Tx } from '@zero-distance/persistence';
import { defineAggregate, type ListOrder, NEWEST_FIRST, overdueFilter, searchedBy } from '@zero-distance/platform';
import { MissedCallEntity, MissedCallHistoryEntity } from './missed-call.entity.js';
import { refuseMissedCall } from './missed-call.errors.js';
import { MISSED_CALL_EVENTS, type MissedCall, type MissedCallSort } from './missed-call.js';
import { MISSED_CALL_TRANSITIONS } from './missed-call.transitions.js';

/** Newest first, or what is to be called back soonest. */
const ORDERS = {
  ...NEWEST_FIRST,
  due: {
    by: [
      { column: 'due_at', property: 'dueAt', kind: 'time' },
      { column: 'id', property: 'id', kind: 'uuid' },
    ],
    direction: 'asc',
    where: `t.state = 'open'`,
  },
} as const satisfies Record<MissedCallSort, ListOrder<MissedCallEntity>>;

/** By line and area: the number that called is looked for by its hash. */
export const MISSED_CALL_SEARCH = searchedBy({ code: 'line' });

export const MISSED_CALLS = defineAggregate(
  {
    machine: MISSED_CALL_TRANSITIONS,
    entity: MissedCallEntity,
    history: { entity: MissedCallHistoryEntity, key: 'missedCallId', since: 'recordedAt' },
    notFound: (id) => refuseMissedCall('missed_call.not_found', { id }),
    /** The organisation whose telephone system recorded it takes part in it. */
    visible: { by: 'matter', participants: 'recorded_by', recuses: false },
    begins: { action: 'record', event: 'intake.missed-call.recorded.v1' },
    events: MISSED_CALL_EVENTS,
    orders: ORDERS,
    filters: {
      q: MISSED_CALL_SEARCH.filter,
      state: 'state',
      /** Keyed hash of the number. */
      phoneIndex: (hash: string, { given }) => `t.phone_index = ${given(hash)}`,
      overdue: overdueFilter('due_at', `state = 'open'`),
    },
  },
  (found, { now }) => ({ ...found, now }),
);

/** What waits to be called back of the same number on the lines of an area. One call of an area at a time: of two at once the second sees what the first has made. */
export async function openOfNumber(tx: Tx, areaCode: string, phoneIndex: string): Promise<MissedCall | undefined> {
  await tx.execute('select from area where code = $1 for update', [areaCode]);
  const [found] = await tx.query<MissedCallEntity & Record<string, unknown>>(
    `${tx.select(MissedCallEntity, 't')} where t.area_code = $1 and t.phone_index = $2`,
    [areaCode, phoneIndex],
  );
  return found;
}

/** Queues that the number of one that is over is in no answer either that is kept for an Idempotency-Key: the same call again is answered without it. */
export const forgetNumber = (tx: Tx, id: string): void =>
  tx.write(`update idempotency set answer = jsonb_set(answer, '{phone}', 'null') where answer ->> 'id' = $1`, [id], 'any');

/** Those whose clock has something to do, the longest due before the others. */
export const findDueCalls = findDueBy('missed_call', 'next_at');
