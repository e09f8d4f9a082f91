import { type Calendar, type DeadlineEntry, type Duration, type DurationUnit, recomputeDue } from '@zero-distance/calendar';
import { newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Policies } from '../../policy/policy.js';
import { DeadlineEntryEntity } from './deadline.entity.js';
import { type LampClock, nextLampAt, nextReminderAt, reminderTimes } from './deadline.js';

/** Writes the first row of a round's ledger: the limit granted and when it began. */
export function grant(tx: Tx, order: { id: string; round: number }, at: Date, { amount, unit }: Duration): void {
  tx.insert(DeadlineEntryEntity, { id: newId(), workOrderId: order.id, round: order.round, kind: 'granted', at, amount, unit });
}

/** Writes the row of a limit that was put in the place of the one before. */
export function correctLimit(tx: Tx, order: { id: string; round: number }, { amount, unit }: Duration): void {
  tx.insert(DeadlineEntryEntity, { id: newId(), workOrderId: order.id, round: order.round, kind: 'corrected', at: tx.now, amount, unit });
}

/** Writes the row of what moves a due time on, or stops its clock. */
export function move(
  tx: Tx,
  order: { id: string; round: number },
  { kind, limit }: { readonly kind: 'extended' | 'paused' | 'resumed'; readonly limit?: Duration },
): void {
  const { amount = null, unit = null } = limit ?? {};
  tx.insert(DeadlineEntryEntity, { id: newId(), workOrderId: order.id, round: order.round, kind, at: tx.now, amount, unit });
}

/** Writes the rows of a time in which nobody could work on it, once it is over. */
export function waited(tx: Tx, order: { id: string; round: number }, since: Date): void {
  const row = { workOrderId: order.id, round: order.round, amount: null, unit: null };
  tx.insert(DeadlineEntryEntity, { ...row, id: newId(), kind: 'paused', at: since });
  tx.insert(DeadlineEntryEntity, { ...row, id: newId(), kind: 'resumed', at: tx.now < since ? since : tx.now });
}

/** The ledger of a round, oldest first, as `recomputeDue` takes it. */
export async function readLedger(tx: ReadTx, order: { id: string; round: number }): Promise<DeadlineEntry[]> {
  const rows = await tx.query<DeadlineEntryEntity>(
    'select kind, at, amount::float8 as amount, unit, edition from deadline_entry where work_order_id = $1 and round = $2 order by id',
    [order.id, order.round],
  );
  return rows.map(toEntry);
}

type Row = Pick<DeadlineEntryEntity, 'kind' | 'amount' | 'unit' | 'edition'> & { readonly at: Date | string };

/** A row as the database gives it, or as text within JSON. A host's clock may be behind that of the host before: order is that of the rows. */
function toEntry({ kind, at: time, amount, unit, edition }: Row): DeadlineEntry {
  const at = new Date(time);
  if (kind === 'calendar_changed') return { kind, at, edition: edition as string };
  if (kind === 'paused' || kind === 'resumed') return { kind, at };
  return { kind, at, limit: { amount: amount as number, unit: unit as DurationUnit } };
}

interface Counted extends LampClock {
  readonly id: string;
  readonly round: number;
  readonly rows: readonly Row[];
}

const UNANSWERED = `('pending', 'dispatched', 'accepted', 'in-progress', 'parked')`;

/** Limits whose end depends on the calendar. */
const OF_WORKING_TIME: readonly DurationUnit[] = ['working_hour', 'working_day'];
const OF_CALENDAR: readonly DurationUnit[] = [...OF_WORKING_TIME, 'natural_day'];

/** Unanswered orders with a limit in one of these units, each with its ledger. */
const countedIn = (tx: Tx, units: readonly DurationUnit[]): Promise<Counted[]> =>
  tx.query<Counted>(
    `select w.id, w.round, d.rows, w.feedback_due_at as "feedbackDueAt",
       w.reminder_level as "reminderLevel", w.counted_from as "countedFrom", w.lamp_told as "lampTold"
     from work_order w cross join lateral (
       select jsonb_agg(jsonb_build_object('kind', kind, 'at', at, 'amount', amount::float8, 'unit', unit, 'edition', edition) order by id) as rows,
         bool_or(unit = any($1)) as counts
       from deadline_entry where work_order_id = w.id and round = w.round
     ) d
     where w.state in ${UNANSWERED} and d.counts`,
    [units],
  );

/**
 * Computes the time to answer of all unanswered orders that depend on the calendar again under a calendar, from their ledgers, and, where that
 * gives another due time, stores it with a ledger row. No event tells of it and the order's version stays: what is told in the end is whether the
 * reply came in time.
 * @param rolled whether limits in natural days ended with a working day by the calendar before this one
 */
export async function moveDueTimes(tx: Tx, policies: Policies, calendar: Calendar, rolled = calendar.rollsForward): Promise<void> {
  const open = await countedIn(tx, rolled || calendar.rollsForward ? OF_CALENDAR : OF_WORKING_TIME);
  const moved = open
    .map((order) => ({ ...order, due: recomputeDue(order.rows.map(toEntry), calendar).at }))
    .filter((order) => order.due.getTime() !== order.feedbackDueAt.getTime())
    .map((order) => ({
      ...order,
      next: nextReminderAt(reminderTimes(policies, calendar, order.due), order.reminderLevel),
      nextLamp: nextLampAt({ ...order, feedbackDueAt: order.due }, policies, tx.now),
    }));
  if (moved.length === 0) return;
  tx.write(
    `update work_order w set feedback_due_at = m.due,
       step_due_at = case when w.state in ('accepted', 'in-progress') then m.due else w.step_due_at end,
       next_reminder_at = case when w.next_reminder_at is null then null else m.next end,
       next_lamp_at = case when w.next_reminder_at is null then null else m.next_lamp end
     from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[]) as m(id, round, due, next, next_lamp)
     where w.id = m.id and w.round = m.round and w.state in ${UNANSWERED}`,
    [
      moved.map(({ id }) => id),
      moved.map(({ round }) => round),
      moved.map(({ due }) => due),
      moved.map(({ next }) => next),
      moved.map(({ nextLamp }) => nextLamp),
    ],
    'any',
  );
  tx.write(
    `insert into deadline_entry (id, work_order_id, round, kind, at, edition)
     select m.entry_id, m.id, m.round, 'calendar_changed', $4, $5 from unnest($1::uuid[], $2::uuid[], $3::int[]) as m(entry_id, id, round)`,
    [moved.map(() => newId()), moved.map(({ id }) => id), moved.map(({ round }) => round), tx.now, calendar.edition],
    moved.length,
  );
}
