import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/messaging';

/** 承办单位登记. Keeps the name under which an organisation stands in the public ledger. */
export function keepOrganisation(tx: Tx, organisation: EventData<'dispatch.organisation.registered.v1'>): void {
  tx.write(
    `insert into organisation (id, code, name) values ($1, $2, $3)
     on conflict (id) do update set code = excluded.code, name = excluded.name`,
    [organisation.organisationId, organisation.code, organisation.name],
  );
}
