import { randomUUID } from 'node:crypto';
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
 * Queues that nothing is left of who booked, nor what staff wrote of it, nor of what came of it with its evidence. The mark by which bookings are of one person stays:
 * it was drawn by chance, and who came is counted once in figures of the past too. A booking that is not over is given up by its clock, at once.
 */
export async function eraseBookings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  // Held first, who books before what was booked: what is being recorded of them is there by then, or is refused.
  await tx.execute(
    `select from activity_person where person_index in (select person_index from activity_booking where id = any($1::uuid[])) order by person_index for update`,
    [ids],
  );
  const booked = await tx.query<{ hash: string | null }>(
    'select person_index as hash from activity_booking where id = any($1::uuid[]) order by id for update',
    [ids],
  );
  const outcomes = await tx.query<{ id: string; bookingId: string }>(
    'select id, booking_id as "bookingId" from activity_outcome where booking_id = any($1::uuid[])',
    [ids],
  );
  tx.write(
    `update activity_booking set name = null, name_masked = null, phone = null, phone_masked = null, phone_index = null, person_index = null, resident_id = null,
       next_at = case when state in ('waiting', 'offered', 'booked', 'confirmed') then $2::timestamptz end
     where id = any($1::uuid[])`,
    [ids, tx.now],
    'any',
  );
  tx.write(
    'delete from activity_person p where not exists (select from activity_booking b where b.person_index = p.person_index) and p.person_index = any($1)',
    [booked.map(({ hash }) => hash)],
    'any',
  );
  for (const id of ids) {
    const erasure = new Erasure(tx, id);
    const came = outcomes.filter(({ bookingId }) => bookingId === id).map((outcome) => outcome.id);
    eraseRecipients(erasure);
    await FILES.erase(erasure, 'activity-outcome', came);
    erasure.removeReasons([id, ...came]);
    erasure.removeAnswers([id, ...came]);
  }
}

/** Queues that what was booked by one file was booked by another, of the same person. */
export const moveBookings = (tx: Tx, from: string, to: string): void =>
  tx.write('update activity_booking set resident_id = $2 where resident_id = $1', [from, to], 'any');

/** By what a person is known. */
interface Person {
  /** Keyed hashes of name and telephone. */
  readonly hashes: readonly string[];
  readonly residentIds: readonly string[];
}

/**
 * The mark that all bookings of a person have, drawn with the first of them. Queues that they have one where they have several: whose file says another number now, or
 * who was booked by name first and by their file later, is one person. Of two who book at once the second waits.
 */
export async function personMark(tx: Tx, { hashes, residentIds }: Person): Promise<string> {
  await tx.execute(
    'insert into activity_person select unnest($1::text[]) order by 1 on conflict (person_index) do update set person_index = excluded.person_index',
    [hashes],
  );
  const found = await tx.query<{ mark: string }>(
    `select person_mark as mark from activity_booking where person_index = any($1::text[])
     union select person_mark from activity_booking where resident_id = any($2::uuid[]) order by 1`,
    [hashes, residentIds],
  );
  const [mark = randomUUID(), ...others] = found.map((row) => row.mark);
  if (others.length > 0)
    tx.write('update activity_booking set person_mark = $1 where person_mark = any($2::uuid[])', [mark, others], 'any');
  return mark;
}

/** Queues that whoever booked by these files is one person. */
export async function markAsOne(tx: Tx, residentIds: readonly string[]): Promise<void> {
  const booked = await tx.query<{ hash: string }>(
    'select distinct person_index as hash from activity_booking where resident_id = any($1::uuid[]) and person_index is not null',
    [residentIds],
  );
  await personMark(tx, { hashes: booked.map(({ hash }) => hash), residentIds });
}

/** Queues that whoever booked by these files is another than whom they were taken for. What was booked by name and number alone goes with the files that say both. */
export const markAsOther = (tx: Tx, residentIds: readonly string[]): void =>
  tx.write(
    `update activity_booking set person_mark = $2 where resident_id = any($1::uuid[]) or resident_id is null and person_index in (
       select person_index from activity_booking where resident_id = any($1::uuid[])
       except select person_index from activity_booking where resident_id is not null and not resident_id = any($1::uuid[]))`,
    [residentIds, randomUUID()],
    'any',
  );
