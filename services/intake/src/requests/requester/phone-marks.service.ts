import type { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { type Db, type MarkedPhone, PHONE_TABLES, phonesAfter, saveMarks } from './phone-marks.store.js';
import { type PhoneMarks, phoneMarks } from './requester.js';

/** How many numbers were looked at, were marked again, and are none by today's rules. */
export interface Reindexed {
  readonly read: number;
  readonly changed: number;
  readonly unreadable: number;
}

/** Computes again what telephone numbers are shown as and found by, from the sealed numbers, by today's rules and key. */
export async function reindexPhones(db: Db, ring: KeyRing, index: BlindIndex): Promise<Reindexed> {
  const counts = { read: 0, changed: 0, unreadable: 0 };
  for (const table of PHONE_TABLES) {
    let last = '00000000-0000-0000-0000-000000000000';
    for (let rows = await phonesAfter(db, table, last); rows.length > 0; rows = await phonesAfter(db, table, last)) {
      const { changed, unreadable } = marksAgain(rows, ring, index);
      if (changed.length > 0) await saveMarks(db, table, changed);
      counts.read += rows.length;
      counts.changed += changed.length;
      counts.unreadable += unreadable;
      last = rows.at(-1)?.id ?? last;
    }
  }
  return counts;
}

/** Of some numbers those whose marks are others today, and how many are no numbers. */
function marksAgain(rows: readonly MarkedPhone[], ring: KeyRing, index: BlindIndex): { changed: MarkedPhone[]; unreadable: number } {
  const marked = rows.map((row) => ({ row, marks: phoneMarks(row.id, row.phone, ring, index) }));
  return {
    changed: marked.flatMap(({ row, marks }) => (marks && differs(marks, row) ? [{ ...row, ...marks }] : [])),
    unreadable: marked.filter(({ marks }) => !marks).length,
  };
}

const differs = (a: PhoneMarks, b: PhoneMarks): boolean => a.phoneIndex !== b.phoneIndex || a.phoneMasked !== b.phoneMasked;
