import { closeDataSource, createDataSource, poolOf } from '@zero-distance/messaging';
import { config } from './config.js';
import { BlindIndex, KeyRing } from './personal-data/key-ring.js';
import { type PhoneMarks, phoneMarks } from './requester/requester.js';

type Db = ReturnType<typeof poolOf>;

/** So many rows at a time: each is one short statement beside a running service. */
const ROWS = 500;

interface Row extends PhoneMarks {
  requestId: string;
  phone: string;
}

const rowsAfter = async (db: Db, requestId: string): Promise<Row[]> => {
  const sql = `select request_id as "requestId", phone, phone_masked as "phoneMasked", phone_index as "phoneIndex" from requester
    where phone is not null and request_id > $1 order by request_id limit ${ROWS}`;
  return (await db.query<Row>(sql, [requestId])).rows;
};

const differs = (a: PhoneMarks, b: PhoneMarks): boolean => a.phoneIndex !== b.phoneIndex || a.phoneMasked !== b.phoneMasked;

/** Rows that were erased meanwhile stay so: what is written is found by the number that it was made from. */
async function save(db: Db, rows: readonly Row[]): Promise<void> {
  const sql = `update requester r set phone_masked = n.masked, phone_index = n.index
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as n(id, phone, masked, index) where r.request_id = n.id and r.phone = n.phone`;
  await db.query(sql, [
    rows.map((row) => row.requestId),
    rows.map((row) => row.phone),
    rows.map((row) => row.phoneMasked),
    rows.map((row) => row.phoneIndex),
  ]);
}

/** `reindex-phones`: what telephone numbers are found by and shown as, made anew from the sealed numbers, by today's rules and BLIND_INDEX_KEY. */
async function reindex(db: Db): Promise<{ read: number; changed: number; unreadable: number }> {
  const [ring, index] = [new KeyRing(config.PERSONAL_DATA_KEYS), new BlindIndex(config.BLIND_INDEX_KEY)];
  const counts = { read: 0, changed: 0, unreadable: 0 };
  let rows = await rowsAfter(db, '00000000-0000-0000-0000-000000000000');
  for (; rows.length > 0; rows = await rowsAfter(db, rows.at(-1)?.requestId ?? '')) {
    const made = rows.map((row) => ({ ...row, marks: phoneMarks(row.requestId, row.phone, ring, index) }));
    const changed = made.flatMap(({ marks, ...row }) => (marks && differs(marks, row) ? [{ ...row, ...marks }] : []));
    if (changed.length > 0) await save(db, changed);
    counts.read += rows.length;
    counts.changed += changed.length;
    counts.unreadable += made.filter(({ marks }) => !marks).length;
  }
  return counts;
}

const dataSource = await createDataSource({ service: 'intake', databaseUrl: config.DATABASE_URL, poolSize: 1, entities: [] }).initialize();
try {
  process.stdout.write(`${JSON.stringify(await reindex(poolOf(dataSource)))}\n`);
} finally {
  await closeDataSource(dataSource);
}
