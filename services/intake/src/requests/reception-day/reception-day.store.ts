import { areaAncestry, isWithinArea } from '@zero-distance/kernel';
import { findDueBy, type ReadTx, type Tx } from '@zero-distance/persistence';
import { areaConditions, defineAggregate, defineCollection } from '@zero-distance/platform';
import { ReceptionDayEntity, ReceptionDayHistoryEntity } from './reception-day.entity.js';
import { refuseReceptionDay } from './reception-day.errors.js';
import { RECEPTION_DAY_EVENTS, type ReceptionDay, takesMatters } from './reception-day.js';
import { RECEPTION_DAY_TRANSITIONS } from './reception-day.transitions.js';

export const RECEPTION_DAYS = defineAggregate({
  machine: RECEPTION_DAY_TRANSITIONS,
  entity: ReceptionDayEntity,
  history: { entity: ReceptionDayHistoryEntity, key: 'receptionDayId', since: 'announcedAt' },
  notFound: (id) => refuseReceptionDay('reception_day.not_found', { id }),
  /** It is announced to anybody; who may change it, the use cases ask. */
  visible: { by: 'everybody' },
  begins: { action: 'announce', event: 'intake.reception-day.announced.v1' },
  imported: { action: 'import', event: 'intake.reception-day.imported.v1' },
  events: RECEPTION_DAY_EVENTS,
  filters: {
    state: 'state',
    areaCode: (area: string, { given }) => areaConditions(area, given, 't.area_code').join(' and '),
    /** Those that somebody of an area may go to: of the area, and of those that it lies in. */
    heldFor: (area: string, { given }) => `t.area_code = any(${given(areaAncestry(area))}::text[])`,
  },
});

/** Those that begin at a moment or later, the soonest first. */
export const COMING_DAYS = defineCollection({
  entity: ReceptionDayEntity,
  visible: { by: 'everybody' },
  changes: true,
  filters: {
    from: (from: Date, { given }) => `t.starts_at >= ${given(from)}`,
    /** As above, each area by itself: the index has the days of one area in their order. */
    heldFor: (area: string, { given }) => areaAncestry(area).map((code) => `t.area_code = ${given(code)}`),
  },
  orders: {
    soonest: {
      by: [
        { column: 'starts_at', property: 'startsAt', kind: 'time' },
        { column: 'id', property: 'id', kind: 'uuid' },
      ],
      direction: 'asc',
    },
  },
});

/** The day of the time before with that number, if it was brought in. */
export async function dayBroughtIn(tx: ReadTx, reference: string): Promise<ReceptionDay | undefined> {
  return (
    await tx.query<ReceptionDayEntity & Record<string, unknown>>(`${tx.select(ReceptionDayEntity, 't')} where t.past_reference = $1`, [
      reference,
    ])
  )[0];
}

/** Queues that a request is what a visitor of the day asked for. */
export const saveVisit = (tx: Tx, requestId: string, receptionDayId: string): void =>
  tx.write('insert into reception_matter (request_id, reception_day_id) values ($1, $2)', [requestId, receptionDayId]);

/** Holds a day while it changes: of a visitor who is taken in at that moment, either the day knows, or the visitor knows that it is over. */
export const holdDay = (tx: Tx, id: string): Promise<void> => tx.execute('select from reception_day where id = $1 for update', [id]);

/**
 * The day that a visitor's matter is taken in for, which changes for nobody meanwhile. Throws when it is over, and for a matter of an area that the day is
 * not held for: who holds it could not see what keeps it from being closed.
 */
export async function dayToVisit(tx: Tx, id: string, areaCode: string): Promise<ReceptionDay> {
  await tx.execute('select from reception_day where id = $1 for share', [id]);
  const day = await RECEPTION_DAYS.load(tx, id);
  if (!takesMatters(day)) throw refuseReceptionDay('reception_day.over', { id }, '/receptionDayId');
  if (!isWithinArea(areaCode, day.areaCode))
    throw refuseReceptionDay('reception_day.other_area', { area: day.areaCode }, '/receptionDayId');
  return day;
}

/**
 * States of a request that has its result. Requests import days and not the other way round, so they stand here; the test of the day compares them with
 * the finished states of requests.
 */
export const WITH_RESULT = ['answered', 'declined', 'closed', 'withdrawn', 'redirected'] as const;

/**
 * 来访诉求: how many a day has, and how many of them have no result yet. What was corrected into another area is no longer of who holds the day, who
 * could neither see nor finish it.
 */
export async function countMatters(tx: ReadTx, id: string): Promise<{ readonly matters: number; readonly openMatters: number }> {
  const [row] = await tx.query<{ matters: number; openMatters: number }>(
    `select count(*)::int as matters,
       count(*) filter (where r.state <> all($2))::int as "openMatters"
     from reception_day d join reception_matter m on m.reception_day_id = d.id join request r on r.id = m.request_id
     where d.id = $1 and starts_with(r.area_code, d.area_code)`,
    [id, WITH_RESULT],
  );
  return row ?? { matters: 0, openMatters: 0 };
}

/** Those whose clock has something to do, the longest due before the others. */
export const findDueDays = findDueBy('reception_day', 'next_at');
