import type { poolOf } from '@zero-distance/persistence';
import type { PhoneMarks } from './requester.js';

/** So many rows at a time: each is one short statement beside a running service. */
const ROWS = 500;

/** The database without a use case: of a command that goes through the whole table. */
export type Db = ReturnType<typeof poolOf>;

/** A sealed telephone number, and what it is shown as and found by. */
export interface MarkedPhone extends PhoneMarks {
  requestId: string;
  phone: string;
}

/** The next telephone numbers, in the order of their requests. */
export async function phonesAfter(db: Db, requestId: string): Promise<MarkedPhone[]> {
  const sql = `select request_id as "requestId", phone, phone_masked as "phoneMasked", phone_index as "phoneIndex" from requester
    where phone is not null and request_id > $1 order by request_id limit ${ROWS}`;
  return (await db.query<MarkedPhone>(sql, [requestId])).rows;
}

/** Writes the marks again, but for numbers that were changed or erased meanwhile. */
export async function saveMarks(db: Db, rows: readonly MarkedPhone[]): Promise<void> {
  const sql = `update requester r set phone_masked = n.masked, phone_index = n.index
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n(id, phone, masked, index) where r.request_id = n.id and r.phone = n.phone`;
  const columns = (['requestId', 'phone', 'phoneMasked', 'phoneIndex'] as const).map((name) => rows.map((row) => row[name]));
  await db.query(sql, columns);
}
