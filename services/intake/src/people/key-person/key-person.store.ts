import { withChanges } from '@zero-distance/kernel';
import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, defineCollection, type Erasure, type ListOrder, NEWEST_FIRST } from '@zero-distance/platform';
import { KeyPersonEntity, KeyPersonHistoryEntity, VisitEntity } from './key-person.entity.js';
import { refuseKeyPerson } from './key-person.errors.js';
import { KEY_PERSON_EVENTS, type KeyPerson, type KeyPersonSort, subjectOf, type Telling } from './key-person.js';
import { KEY_PERSON_TRANSITIONS } from './key-person.transitions.js';
import type { Visit } from './visit.js';

/** Newest first, or who is to be visited soonest. */
const ORDERS = {
  ...NEWEST_FIRST,
  due: {
    by: [
      { column: 'due_at', property: 'dueAt', kind: 'time' },
      { column: 'id', property: 'id', kind: 'uuid' },
    ],
    direction: 'asc',
    where: 't.due_at is not null',
  },
} as const satisfies Record<KeyPersonSort, ListOrder<KeyPersonEntity>>;

export const KEY_PERSONS = defineAggregate(
  {
    machine: KEY_PERSON_TRANSITIONS,
    entity: KeyPersonEntity,
    history: { entity: KeyPersonHistoryEntity, key: 'keyPersonId', since: 'enteredAt' },
    notFound: (id) => refuseKeyPerson('key_person.not_found', { id }),
    /** A worker sees the own ones, and whom they are asked to take over; so does an organisation. */
    visible: {
      by: 'matter',
      participants: ['organisation_id', 'offered_organisation_id'],
      takenInBy: ['worker_id', 'offered_to'],
      recuses: false,
    },
    begins: { action: 'enter', event: 'intake.key-person.entered.v1' },
    events: KEY_PERSON_EVENTS,
    orders: ORDERS,
    filters: {
      state: 'state',
      kind: (kind: string, { given }) => `t.kind = ${given(kind)}`,
      workerId: 'worker_id',
      risk: (risk: string, { given }) => `t.risk = ${given(risk)}`,
      overdue: (is: boolean) => (is ? 't.overdue_since is not null' : 't.overdue_since is null and t.due_at is not null'),
    },
  },
  (person, { actor }) => subjectOf(person, actor),
);

/** Queues a new key person. Refuses a resident who is one already. */
export const insertKeyPerson = (tx: Tx, person: KeyPerson): KeyPerson =>
  KEY_PERSONS.insert(tx, person, { conflicts: { key_person_open: refuseKeyPerson('key_person.known', {}, '/residentId') } });

/** Queues a step that tells more than the key person as it is after it. */
export function takeTelling(tx: Tx, found: KeyPerson, action: 'visit' | 'remind', { changes, told }: Telling): KeyPerson {
  const step = withChanges(KEY_PERSONS.step(tx, found, action), changes);
  return KEY_PERSONS.save(tx, { ...step, after: { ...step.after, told } });
}

export const insertVisit = (tx: Tx, visit: Visit): void => tx.insert(VisitEntity, { ...visit, version: 1 });

/** 走访, the last recorded first; seen by whoever sees the key person, who is loaded first. */
export const VISITS = defineCollection({
  entity: VisitEntity,
  visible: { by: 'everybody' },
  notFound: (id) => refuseKeyPerson('key_person.not_found', { id }),
  filters: { keyPersonId: 'key_person_id' },
});

/** So many are shown with a key person, the newest. */
const SHOWN_VISITS = 100;

/** The newest visits of a key person, or the newest before a time. */
export const visitsOf = (tx: ReadTx, id: string, before?: Date): Promise<Visit[]> =>
  tx.query<VisitEntity & Record<string, unknown>>(
    `${tx.select(VisitEntity, 'v')} where v.key_person_id = $1 and v.at < $2
     order by v.at desc, v.id desc limit ${SHOWN_VISITS}`,
    [id, before ?? 'infinity'],
  );

/** What a resident is and was as a key person. Who changes both holds the resident first (`holdResidents`). */
export const careOf = (tx: ReadTx, residentId: string): Promise<KeyPerson[]> =>
  tx.query<KeyPersonEntity & Record<string, unknown>>(`${tx.select(KeyPersonEntity, 't')} where t.resident_id = $1 order by t.id`, [
    residentId,
  ]);

/** Key persons who were entered for one of these files, whosever they are now; the first before the others. */
export const careEnteredFor = (tx: ReadTx, fileIds: readonly string[]): Promise<KeyPerson[]> =>
  tx.query<KeyPersonEntity & Record<string, unknown>>(
    `${tx.select(KeyPersonEntity, 't')} where t.entered_for = any($1::uuid[]) order by t.id`,
    [fileIds],
  );

/** Queues that visits of one are those of another, of the same person. */
export const moveVisits = (tx: Tx, from: string, to: string): void =>
  tx.write('update care_visit set key_person_id = $2 where key_person_id = $1', [from, to], 'any');

/** Queues that past care belongs to another file of the same resident. */
export const movePastCare = (tx: Tx, from: string, to: string): void =>
  tx.write(`update key_person set resident_id = $2 where resident_id = $1 and state = 'left'`, [from, to], 'any');

/** Queues that past care is again that of the file it was entered for. */
export const returnPastCare = (tx: Tx, to: string, fileIds: readonly string[]): void =>
  tx.write(`update key_person set resident_id = $1 where entered_for = any($2::uuid[]) and state = 'left'`, [to, fileIds], 'any');

/** Queues that nothing is left of what was written at visits of a resident, whoever looks after whom by now, nor why anything was done. */
export function eraseCare(erasure: Erasure, residentId: string, ids: readonly string[]): void {
  const sql = 'update care_visit set note = null where note is not null and (key_person_id = any($1::uuid[]) or entered_for = $2)';
  erasure.tx.write(sql, [ids, residentId], 'any');
  if (ids.length > 0) erasure.removeReasons(ids);
}

/** Those whose clock has something to do, the longest due before the others. */
export const findDueKeyPersons = findDueBy('key_person', 'next_at');
