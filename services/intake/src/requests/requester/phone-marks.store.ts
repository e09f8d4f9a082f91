import type { poolOf } from '@zero-distance/persistence';
import type { PhoneMarks } from './requester.js';

/** So many rows at a time: each is one short statement beside a running service. */
const ROWS = 500;

/** The database without a use case: of a command that goes through the whole table. */
export type Db = ReturnType<typeof poolOf>;

/** Where numbers are kept, and by which id each was sealed. */
export const PHONE_TABLES = [
  { table: 'requester', key: 'request_id' },
  { table: 'snapshot_report', key: 'id' },
  { table: 'missed_call', key: 'id' },
] as const;
type PhoneTable = (typeof PHONE_TABLES)[number];

/** A sealed telephone number, and what it is shown as and found by. */
export interface MarkedPhone extends PhoneMarks {
  id: string;
  phone: string;
}

/** The next telephone numbers of a table, in the order of their ids. */
export async function phonesAfter(db: Db, { table, key }: PhoneTable, id: string): Promise<MarkedPhone[]> {
  const sql = `select ${key} as id, phone, phone_masked as "phoneMasked", phone_index as "phoneIndex" from ${table}
    where phone is not null and ${key} > $1 order by ${key} limit ${ROWS}`;
  return (await db.query<MarkedPhone>(sql, [id])).rows;
}

/** Writes the marks again, but for numbers that were changed or erased meanwhile. */
export async function saveMarks(db: Db, { table, key }: PhoneTable, rows: readonly MarkedPhone[]): Promise<void> {
  const sql = `update ${table} r set phone_masked = n.masked, phone_index = n.index
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n(id, phone, masked, index) where r.${key} = n.id and r.phone = n.phone`;
  const columns = (['id', 'phone', 'phoneMasked', 'phoneIndex'] as const).map((name) => rows.map((row) => row[name]));
  await db.query(sql, columns);
}
