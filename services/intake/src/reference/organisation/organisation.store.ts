import type { ReadTx } from '@zero-distance/persistence';

/** Names by id, of those that are known. */
export async function organisationNames(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('select id, name from organisation where id = any($1::uuid[])', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
