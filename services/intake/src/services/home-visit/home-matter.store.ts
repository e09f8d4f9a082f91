import type { ReadTx } from '@zero-distance/persistence';

/** Whether a service case is for one of these files, or one of them applied for it. */
export async function isCaseOf(tx: ReadTx, id: string, files: readonly string[]): Promise<boolean> {
  const sql = 'select id from service_case where id = $1 and (applicant_id = any($2::uuid[]) or resident_id = any($2::uuid[]))';
  return (await tx.query(sql, [id, files])).length > 0;
}

/** Whether a service was ordered for one of these files. */
export async function isOrderOf(tx: ReadTx, id: string, files: readonly string[]): Promise<boolean> {
  return (await tx.query('select id from request where id = $1 and resident_id = any($2::uuid[])', [id, files])).length > 0;
}
