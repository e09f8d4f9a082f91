import { addDays, type Calendar, dateOf, makeCalendar } from '@zero-distance/calendar';
import type { EventData, HolidayKind } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';

/** 节假日调整登记. Keeps what dispatch, whose table it is, says of a day. */
export function keepHoliday(tx: Tx, { date, kind }: EventData<'dispatch.holiday.registered.v1'>): void {
  tx.write('insert into holiday (date, kind) values ($1, $2) on conflict (date) do update set kind = excluded.kind', [date, kind]);
}

/**
 * The calendar that limits which began at `since` are counted by, and what is open then: what was published, and the district's own days over it, the day
 * before `since` included, whose night a window may be open in.
 */
export async function readCalendar(tx: ReadTx, since = tx.now): Promise<Calendar> {
  const from = addDays(dateOf(since), -1);
  const rows = await tx.query<{ date: string; kind: HolidayKind }>('select date::text, kind from holiday where date >= $1', [from]);
  return makeCalendar({ edition: 'dispatch', years: [], days: Object.fromEntries(rows.map(({ date, kind }) => [date, kind])) });
}
