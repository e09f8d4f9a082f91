import type { EventData } from '@zero-distance/contracts';
import type { Reading, Tx } from '@zero-distance/messaging';

/** Queues what was heard of an organisation: dispatch keeps them, and intake has a read copy to scope reads by and to name them. */
export function saveOrganisation(tx: Tx, data: EventData<'dispatch.organisation.registered.v1'>, version: number): void {
  const sql = `insert into organisation (id, code, name, version) values ($1, $2, $3, $4)
    on conflict (id) do update set code = $2, name = $3, version = $4`;
  tx.write(sql, [data.organisationId, data.code, data.name, version]);
}

/** Names by id, of those that are known. */
export async function organisationNames(tx: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>('select id, name from organisation where id = any($1::uuid[])', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
