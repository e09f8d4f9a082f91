import { eraseRecipients } from '@zero-distance/notification';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { FILES } from '../../requests/file/file.store.js';

// What is kept of a person in bookings of activities (src/services/activity-booking), in the transaction that erases the person.

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** What was booked by these files. */
export const bookingsOf = async (tx: ReadTx, residentIds: readonly string[]): Promise<string[]> =>
  idsOf(await tx.query<{ id: string }>('select id from activity_booking where resident_id = any($1::uuid[]) order by id', [residentIds]));

/** What was booked with a number, in an area and below. */
export const bookingsOfPhone = async (tx: ReadTx, phoneIndex: string, area: string, limit: number): Promise<string[]> =>
  idsOf(
    await tx.query<{ id: string }>(
      'select id from activity_booking where phone_index = $1 and left(area_code, length($2)) = $2 order by id limit $3',
      [phoneIndex, area, limit],
    ),
  );

/**
 * Queues that nothing is left of who booked, nor of the evidence for what came of it. The keyed hash gives way to a mark that leads to nobody, one for all bookings
 * of the person that are erased together: who came is counted once, in figures of the past too. A booking that is not over is given up by its clock, at once.
 */
export async function eraseBookings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // Held first: what is being recorded of them is there by then, or is refused.
  await tx.execute('select from activity_booking where id = any($1::uuid[]) order by id for update', [ids]);
  const outcomes = await tx.query<{ id: string; bookingId: string }>(
    'select id, booking_id as "bookingId" from activity_outcome where booking_id = any($1::uuid[])',
    [ids],
  );
  const marks = `update activity_booking b set name = null, name_masked = null, phone = null, phone_masked = null, phone_index = null, resident_id = null,
      person_index = m.mark, next_at = case when b.state in ('waiting', 'offered', 'booked', 'confirmed') then $2::timestamptz end
    from (select person_index, 'erased ' || gen_random_uuid() as mark from activity_booking where id = any($1::uuid[]) group by 1) m
    where b.id = any($1::uuid[]) and b.person_index = m.person_index`;
  tx.write(marks, [ids, tx.now], 'any');
  for (const id of ids) {
    const erasure = new Erasure(tx, id);
    const came = outcomes.filter(({ bookingId }) => bookingId === id).map((outcome) => outcome.id);
    eraseRecipients(erasure);
    await FILES.erase(erasure, 'activity-outcome', came);
    erasure.removeAnswers([id, ...came]);
  }
}

/** Queues that what was booked by one file was booked by another, of the same person. */
export const moveBookings = (tx: Tx, from: string, to: string): void =>
  tx.write('update activity_booking set resident_id = $2 where resident_id = $1', [from, to], 'any');
