import type { poolOf } from '@zero-distance/persistence';
import { type ApplicantKeys, openApplicant, type SealedApplicant, sealApplicant } from './applicant.js';

/** So many rows at a time: each is one short statement beside a running service. */
const ROWS = 500;

/** The database without a use case: of a command that goes through the whole table. */
type Db = ReturnType<typeof poolOf>;

type Marks = Omit<SealedApplicant, 'applicant' | 'applicantName'>;

interface KeptApplicant extends Marks {
  readonly id: string;
  readonly applicant: string;
}

/** Computes again what applicants of no register are shown as and found by, from what is sealed, by today's rules and keys. */
export async function remarkApplicants(db: Db, keys: ApplicantKeys): Promise<{ read: number; changed: number }> {
  const counts = { read: 0, changed: 0 };
  let last = '00000000-0000-0000-0000-000000000000';
  for (let rows = await applicantsAfter(db, last); rows.length > 0; rows = await applicantsAfter(db, last)) {
    const changed = rows.flatMap((row) => remarked(row, keys) ?? []);
    if (changed.length > 0) await saveMarks(db, changed);
    counts.read += rows.length;
    counts.changed += changed.length;
    last = rows.at(-1)?.id ?? last;
  }
  return counts;
}

async function applicantsAfter(db: Db, id: string): Promise<KeptApplicant[]> {
  const sql = `select id, applicant, applicant_id_number as "applicantIdNumber", applicant_phone as "applicantPhone",
      applicant_phone_index as "applicantPhoneIndex",
      applicant_id_index as "applicantIdIndex", applicant_person_index as "applicantPersonIndex"
    from service_case where applicant is not null and id > $1 order by id limit ${ROWS}`;
  return (await db.query<KeptApplicant & Record<string, unknown>>(sql, [id])).rows;
}

/** The row with its marks of today; undefined where they are the same. */
function remarked(row: KeptApplicant, keys: ApplicantKeys): KeptApplicant | undefined {
  const said = openApplicant(row.id, row.applicant, keys.ring);
  if (!said) return undefined;
  const { applicant: _sealed, applicantName: _name, ...marks } = sealApplicant(row.id, said, keys);
  return (Object.keys(marks) as (keyof typeof marks)[]).some((name) => marks[name] !== row[name]) ? { ...row, ...marks } : undefined;
}

/** Writes the marks again, but for applicants that were erased meanwhile. */
async function saveMarks(db: Db, rows: readonly KeptApplicant[]): Promise<void> {
  const sql = `update service_case c set applicant_id_number = n.id_number, applicant_phone = n.phone, applicant_phone_index = n.phone_index,
      applicant_id_index = n.id_index, applicant_person_index = n.person_index
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
      as n(id, applicant, id_number, phone, phone_index, id_index, person_index)
    where c.id = n.id and c.applicant = n.applicant`;
  const kept = ['id', 'applicant', 'applicantIdNumber', 'applicantPhone', 'applicantPhoneIndex'] as const;
  const names = [...kept, 'applicantIdIndex', 'applicantPersonIndex'] as const;
  await db.query(
    sql,
    names.map((name) => rows.map((row) => row[name])),
  );
}
