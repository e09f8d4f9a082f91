import type { Reading } from '@zero-distance/messaging';

/** Names by id, of those that are known. */
export async function organisationNames(tx: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('select id, name from organisation where id = any($1::uuid[])', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
