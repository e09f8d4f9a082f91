import type { ReadTx, Tx } from '@zero-distance/persistence';

/** The state of a service case that is for one of these files, or that one of them applied for; undefined of another. It stays so until the end. */
export async function stateOfCase(tx: Tx, id: string, files: readonly string[]): Promise<string | undefined> {
  const sql = `select state from service_case where id = $1 and (applicant_id = any($2::uuid[]) or resident_id = any($2::uuid[])) for share`;
  return (await tx.query<{ state: string }>(sql, [id, files]))[0]?.state;
}

/** Whether a service was ordered for one of these files. */
export async function isOrderOf(tx: ReadTx, id: string, files: readonly string[]): Promise<boolean> {
  return (await tx.query('select id from request where id = $1 and resident_id = any($2::uuid[])', [id, files])).length > 0;
}
