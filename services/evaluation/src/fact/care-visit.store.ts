import { startOf } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// Visits to key persons that were due, a row each, by the key person and the time; who it is, is not known here. One that is told to be missing and
// recorded late counts as made in time where it was. Where it was due and at which risk says the first event that tells of it. Written only by the
// consumer of intake's stream.

type Of = Pick<EventData<'intake.key-person.overdue.v1'>, 'keyPersonId' | 'areaCode' | 'risk'>;

/** 走访逾期. */
export const keepMissedVisit = (tx: Tx, data: EventData<'intake.key-person.overdue.v1'>, version: number): void =>
  keep(tx, data, { dueAt: data.dueAt, done: false, version });

/** 走访. One that settles nothing is none that was due. */
export function keepCareVisit(tx: Tx, data: EventData<'intake.key-person.visited.v1'>, version: number): void {
  if (data.settledDueAt !== null) keep(tx, data, { dueAt: data.settledDueAt, done: true, version });
}

function keep(
  tx: Tx,
  { keyPersonId, areaCode, risk }: Of,
  { dueAt, done, version }: { readonly dueAt: string; readonly done: boolean; readonly version: number },
): void {
  tx.upsert(
    `insert into care_visit (key_person_id, due_at, area_code, risk, done, version) values ($1, $2, $3, $4, $5, $6)
     on conflict (key_person_id, due_at) do update set done = care_visit.done or excluded.done,
       area_code = case when excluded.version < care_visit.version then excluded.area_code else care_visit.area_code end,
       risk = case when excluded.version < care_visit.version then excluded.risk else care_visit.risk end,
       version = least(care_visit.version, excluded.version)`,
    [keyPersonId, dueAt, areaCode, risk, done, version],
  );
}

/** 历史走访: each that was due, on its day. */
export function keepPastCare(tx: Tx, { pastCareId, areaCode, risk, visits }: EventData<'intake.past-care.imported.v1'>): void {
  const due = visits.map(({ dueOn, done }) => ({ due_at: startOf(dueOn).toISOString(), done }));
  tx.upsert(
    `insert into care_visit (key_person_id, due_at, area_code, risk, done, version)
     select $1, v.due_at, $2, $3, v.done, 1 from jsonb_to_recordset($4::jsonb) as v (due_at timestamptz, done boolean)
     on conflict (key_person_id, due_at) do nothing`,
    [pastCareId, areaCode, risk, JSON.stringify(due)],
  );
}
