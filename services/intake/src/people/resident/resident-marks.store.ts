import type { poolOf } from '@zero-distance/persistence';
import { type FileKeys, idIndexOf, openFile, type SealedFile, sealFile } from './resident-file.js';

/** So many rows at a time: each is one short statement beside a running service. */
const ROWS = 500;

/** The database without a use case: of a command that goes through the whole table. */
type Db = ReturnType<typeof poolOf>;

interface KeptFile extends Pick<SealedFile, 'phoneMasked' | 'phoneIndex' | 'idNumberMasked'> {
  readonly id: string;
  readonly file: string;
  /** It goes on as another file, by which alone it is found. */
  readonly isMerged: boolean;
  readonly idIndex: string | null;
}

/** Computes again what files of residents are shown as and found by, from what is sealed, by today's rules and keys. */
export async function remarkFiles(db: Db, keys: FileKeys): Promise<{ read: number; changed: number }> {
  const counts = { read: 0, changed: 0 };
  let last = '00000000-0000-0000-0000-000000000000';
  for (let rows = await filesAfter(db, last); rows.length > 0; rows = await filesAfter(db, last)) {
    const changed = rows.flatMap((row) => remarked(row, keys) ?? []);
    if (changed.length > 0) await saveMarks(db, changed);
    counts.read += rows.length;
    counts.changed += changed.length;
    last = rows.at(-1)?.id ?? last;
  }
  return counts;
}

async function filesAfter(db: Db, id: string): Promise<KeptFile[]> {
  const sql = `select r.id, file, phone_masked as "phoneMasked", phone_index as "phoneIndex", id_number_masked as "idNumberMasked",
      state = 'merged' as "isMerged", n.id_index as "idIndex"
    from resident r left join resident_id_number n on n.resident_id = r.id where file is not null and r.id > $1 order by r.id limit ${ROWS}`;
  return (await db.query<KeptFile & Record<string, unknown>>(sql, [id])).rows;
}

/** The row with its marks of today; undefined where they are the same. */
function remarked(row: KeptFile, keys: FileKeys): KeptFile | undefined {
  const file = openFile(row.id, row.file, keys);
  if (!file) return undefined;
  const { phoneMasked, phoneIndex, idNumberMasked } = sealFile(row.id, file, keys);
  const found = row.isMerged ? { phoneIndex: null, idIndex: null } : { phoneIndex, idIndex: idIndexOf(file, keys) };
  const marks = { phoneMasked, idNumberMasked, ...found };
  return (Object.keys(marks) as (keyof typeof marks)[]).some((name) => marks[name] !== row[name]) ? { ...row, ...marks } : undefined;
}

/** Writes the marks again, but for files that were changed or erased meanwhile. */
async function saveMarks(db: Db, rows: readonly KeptFile[]): Promise<void> {
  const sql = `with n as (
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as n(id, file, phone, phone_index, id_number, id_index)
    ), marked as (
      update resident r set phone_masked = n.phone, phone_index = n.phone_index, id_number_masked = n.id_number
      from n where r.id = n.id and r.file = n.file returning r.id, n.id_index
    )
    update resident_id_number k set id_index = marked.id_index from marked where k.resident_id = marked.id and marked.id_index is not null`;
  const names = ['id', 'file', 'phoneMasked', 'phoneIndex', 'idNumberMasked', 'idIndex'] as const;
  await db.query(
    sql,
    names.map((name) => rows.map((row) => row[name])),
  );
}
