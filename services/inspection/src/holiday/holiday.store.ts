import { type Calendar, dateOf, makeCalendar } from '@zero-distance/calendar';
import type { EventData, HolidayKind } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';

/** 节假日调整登记. Keeps what dispatch, whose table it is, says of a day. */
export function keepHoliday(tx: Tx, { date, kind }: EventData<'dispatch.holiday.registered.v1'>): void {
  tx.write('insert into holiday (date, kind) values ($1, $2) on conflict (date) do update set kind = excluded.kind', [date, kind]);
}

/**
 * The calendar that limits which began at `since` are counted by: what was published, and the district's own days over it. Of a year that
 * was not published it warns even when dispatch's table holds all of it: that it does is dispatch's policy (`holiday-years`), and no
 * event tells of that. The days themselves are told one by one, so the time is right, and the warning asks for a look too many.
 */
export async function readCalendar(tx: ReadTx, since = tx.now): Promise<Calendar> {
  const rows = await tx.query<{ date: string; kind: HolidayKind }>('select date::text, kind from holiday where date > $1', [dateOf(since)]);
  return makeCalendar({ edition: 'dispatch', years: [], days: Object.fromEntries(rows.map(({ date, kind }) => [date, kind])) });
}
