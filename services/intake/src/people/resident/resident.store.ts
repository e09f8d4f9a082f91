import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, Erasure } from '@zero-distance/platform';
import { eraseCare } from '../key-person/key-person.store.js';
import { ResidentEntity, ResidentHistoryEntity, ResidentIdNumberEntity } from './resident.entity.js';
import { refuseResident } from './resident.errors.js';
import { RESIDENT_EVENTS, type Resident } from './resident.js';
import { RESIDENT_TRANSITIONS } from './resident.transitions.js';

export const RESIDENTS = defineAggregate({
  machine: RESIDENT_TRANSITIONS,
  entity: ResidentEntity,
  history: { entity: ResidentHistoryEntity, key: 'residentId', since: 'registeredAt' },
  notFound: (id) => refuseResident('resident.not_found', { id }),
  /** Who registered it takes part in it. */
  visible: { by: 'matter', participants: 'registered_by', recuses: false },
  begins: { action: 'register', event: 'intake.resident.registered.v1' },
  events: RESIDENT_EVENTS,
  filters: {
    state: 'state',
    /** A common group by the order of the list, a rare one by its index; between them no more rows are looked at than the root of what both would take. */
    group: (code: string, { given }) => `t.groups @> array[${given(code)}]`,
    phoneIndex: (hash: string, { given }) => `t.phone_index = ${given(hash)}`,
    idIndex: (hash: string, { given }) => `t.id = (select resident_id from resident_id_number where id_index = ${given(hash)})`,
  },
});

/** Queues that an identity number is that of a resident. Refuses it when it is another's. */
export const keepIdNumber = (tx: Tx, residentId: string, idIndex: string | null): void => {
  if (idIndex === null) return;
  tx.insert(
    ResidentIdNumberEntity,
    { idIndex, residentId },
    { resident_id_number_pkey: refuseResident('resident.known', {}, '/idNumber') },
  );
};

/** Queues that whoever has this file's identity number withdrew their consent on a day: a list from before does not bring them back. */
export const keepWithdrawal = (tx: Tx, residentId: string, day: string): void =>
  tx.write(
    `insert into consent_withdrawn (id_index, withdrawn_on) select id_index, $2 from resident_id_number where resident_id = $1
     on conflict (id_index) do update set withdrawn_on = excluded.withdrawn_on`,
    [residentId, day],
    'any',
  );

/** Whether the consent of a day was withdrawn on that day or later, by who has an identity number. */
export async function isWithdrawn(tx: ReadTx, idIndex: string, consentOn: string): Promise<boolean> {
  const found = await tx.query('select from consent_withdrawn where id_index = $1 and withdrawn_on >= $2', [idIndex, consentOn]);
  return found.length > 0;
}

/** Queues that no identity number is that of a resident any more. */
export const forgetIdNumber = (tx: Tx, residentId: string): void =>
  tx.write('delete from resident_id_number where resident_id = $1', [residentId], 'any');

/** Queues that the identity number of one file is found with another. */
export const moveIdNumber = (tx: Tx, from: string, to: string): void =>
  tx.write('update resident_id_number set resident_id = $2 where resident_id = $1', [from, to], 'any');

/** Who a key person is, to whom that one is shown. */
export async function residentOfCare(tx: ReadTx, id: string): Promise<Resident> {
  const found = await tx.findOne(ResidentEntity, { id });
  if (!found) throw refuseResident('resident.not_found', { id });
  return found;
}

/** Files of the same person that were merged into this one, or into one that was. */
export const mergedInto = (tx: ReadTx, id: string): Promise<Resident[]> =>
  tx.query<ResidentEntity & Record<string, unknown>>(
    `with recursive same as (
       select id from resident where main_resident_id = $1 and state = 'merged'
       union select r.id from resident r join same on r.main_resident_id = same.id where r.state = 'merged'
     )
     ${tx.select(ResidentEntity, 't')} where t.id in (select id from same) order by t.id`,
    [id],
  );

/** A file, and those that were merged into it: what was done for one was done for the person. */
export const filesOf = async (tx: ReadTx, id: string): Promise<string[]> => [id, ...(await mergedInto(tx, id)).map((other) => other.id)];

/** The files that this one was merged into, the nearest first; the last one is in use. */
export const mainsOf = (tx: ReadTx, id: string): Promise<Resident[]> =>
  tx.query<ResidentEntity & Record<string, unknown>>(
    `with recursive above as (
       select main_resident_id as id, 1 as depth from resident where id = $1 and state = 'merged'
       union all select r.main_resident_id, a.depth + 1 from resident r join above a on a.id = r.id where r.state = 'merged'
     )
     ${tx.select(ResidentEntity, 't')} join above a on a.id = t.id order by a.depth`,
    [id],
  );

/**
 * Queues that nothing is left of what a file said but the file itself, which its step empties: number, reasons of its history, answers that are kept for keys.
 * What was provided to them stays as a request of its own, which does not say whose file it was: it has a name of its own until it is erased.
 * @param careIds what the resident was as a key person
 */
export function eraseTraces(tx: Tx, id: string, careIds: readonly string[]): void {
  forgetIdNumber(tx, id);
  const erasure = new Erasure(tx, id);
  eraseCare(erasure, id, careIds);
  erasure.removeReasons([id]);
  erasure.removeAnswers([id, ...careIds]);
  tx.write('update request set resident_id = null where resident_id = $1', [id], 'any');
  tx.write('update resident_reference set said_index = null where resident_id = $1', [id], 'any');
  eraseDoors(erasure, id);
}

/**
 * Queues that a household which was knocked at names the resident no more; and that nothing is left of what was said there where it names nobody else. What others said
 * stays until their round is erased.
 */
function eraseDoors(erasure: Erasure, id: string): void {
  const { tx } = erasure;
  const alone = (param: string) => `(select id from round_target where resident_ids @> ${param} and resident_ids <@ ${param})`;
  const theirs = alone('array[$1::uuid]');
  const knocks = `(select id from knock where target_id in ${theirs})`;
  erasure.removeAnswersThat(`answer ->> 'id' in (select id::text from knock where target_id in ${alone('$1::uuid[]')})`, [id]);
  erasure.remove(
    'history',
    `gone as materialized (select * from erase_reasons(array(select id from knock_need where knock_id in ${knocks})))`,
    [id],
  );
  tx.write(`update knock set said = null, correction = null where target_id in ${theirs}`, [id], 'any');
  tx.write(`update knock_need set note = null where knock_id in ${knocks} and note is not null`, [id], 'any');
  tx.write('update round_target set resident_ids = array_remove(resident_ids, $1) where resident_ids @> array[$1::uuid]', [id], 'any');
}

/** Files that nobody needs any more, the longest ago first. */
export const findDueResidents = findDueBy('resident', 'next_at');
