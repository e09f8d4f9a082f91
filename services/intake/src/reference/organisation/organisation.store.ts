import type { ReadTx } from '@zero-distance/persistence';

/** The id of the organisation with a code; undefined when none was heard of. */
export async function organisationId(tx: ReadTx, code: string): Promise<string | undefined> {
  const [found] = await tx.query<{ id: string }>('select id from organisation where code = $1', [code]);
  return found?.id;
}

/** Names by id, of those that are known. */
export async function organisationNames(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('select id, name from organisation where id = any($1::uuid[])', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
