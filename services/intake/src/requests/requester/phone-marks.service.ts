import type { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { type Db, type MarkedPhone, phonesAfter, saveMarks } from './phone-marks.store.js';
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
  let last = '00000000-0000-0000-0000-000000000000';
  for (let rows = await phonesAfter(db, last); rows.length > 0; rows = await phonesAfter(db, last)) {
    const changed: MarkedPhone[] = [];
    for (const row of rows) {
      const marks = phoneMarks(row.requestId, row.phone, ring, index);
      if (!marks) counts.unreadable += 1;
      else if (differs(marks, row)) changed.push({ ...row, ...marks });
      last = row.requestId;
    }
    if (changed.length > 0) await saveMarks(db, changed);
    counts.read += rows.length;
    counts.changed += changed.length;
  }
  return counts;
}

const differs = (a: PhoneMarks, b: PhoneMarks): boolean => a.phoneIndex !== b.phoneIndex || a.phoneMasked !== b.phoneMasked;
