import { newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { markChanged } from '../register/register.store.js';
import { HolidayEntity } from './holiday.entity.js';
import type { Holiday } from './holiday.js';

type Entry = Holiday & { readonly id: string; readonly version: number };

/** The table's entry of a day, if it has one. */
export async function findHoliday(tx: ReadTx, date: string): Promise<Entry | undefined> {
  const sql = 'select id, version, date::text as date, kind, name from holiday where date = $1';
  const [entry] = await tx.query<Entry>(sql, [date]);
  return entry;
}

/** Queues a day of the table, new or changed from what was `found`, and tells of it. */
export function saveHoliday(tx: Tx, found: Entry | undefined, holiday: Holiday): Entry {
  const { date, kind, name } = holiday;
  const entry = { ...holiday, id: found?.id ?? newId(), version: (found?.version ?? 0) + 1 };
  if (found) tx.update(HolidayEntity, found, { kind, name, setAt: tx.now });
  else tx.insert(HolidayEntity, { ...entry, setAt: tx.now }, { holiday_date_key: refuse('register.changed_meanwhile') });
  markChanged(tx);
  tx.emit('dispatch.holiday.registered.v1', entry, { holidayId: entry.id, date, kind });
  return entry;
}
