import type { Tx } from '@zero-distance/persistence';
import type { MatterVisibility } from '@zero-distance/platform';

// Which organisations take part in a request: who took it in, for good, and lead and co-handlers while they have it. A row each, so that
// the list of an organisation is one index scan.

/** Who takes part in a request sees it, unless the request names them as complained about or recused. */
export const SEEN_BY_PARTICIPANTS: MatterVisibility = {
  by: 'matter',
  participants: [{ from: 'request_organisation', id: 'request_id' }],
  takenInBy: 'reported_by',
  recuses: true,
};

/** 受理单位: took the request in. */
export function saveRegistrar(tx: Tx, requestId: string, organisationId: string): void {
  tx.write('insert into request_organisation (organisation_id, request_id, registered) values ($1, $2, true)', [organisationId, requestId]);
}

/** 主办、协办: have the request now. */
export function saveHandlers(tx: Tx, requestId: string, organisationIds: readonly string[]): void {
  const sql = `insert into request_organisation (organisation_id, request_id) select unnest($1::uuid[]), $2::uuid on conflict do nothing`;
  tx.write(sql, [organisationIds, requestId], 'any');
}

/** 退单、终止: nobody has it any more. */
export function removeHandlers(tx: Tx, requestId: string): void {
  tx.write('delete from request_organisation where request_id = $1 and not registered', [requestId], 'any');
}
