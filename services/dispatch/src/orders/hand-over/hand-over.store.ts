import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Succession } from '../../reference/succession.js';
import type { WorkOrder } from '../work-order/work-order.js';

/**
 * The open orders that name an organisation which is no more, the oldest first. One that was answered by it, and whose matter names its successor as
 * recused or complained about, stays as it is until the answer comes back.
 */
export async function findToHandOver(tx: ReadTx, { retired, barring }: Succession, limit: number): Promise<string[]> {
  const sql = `select distinct o.work_order_id as id from work_order_organisation o join work_order w on w.id = o.work_order_id
    where o.organisation_id = any($1::uuid[]) and o.is_open
      and not (w.state in ('replied', 'approved') and w.lead_organisation_id = o.organisation_id and exists (
        select from unnest($2::uuid[], $3::uuid[]) as b (retired, barring)
        where b.retired = o.organisation_id and b.barring = any(w.barred_organisation_ids)))
    order by id limit $4`;
  const rows = await tx.page<{ id: string }>(sql, [retired, barring.map(([of]) => of), barring.map(([, by]) => by), limit]);
  return rows.map(({ id }) => id);
}

/** Queues that what the lead asked for and may still ask again is its successor's. Nothing is told, so the version stays. */
export function handOverApplications(tx: Tx, { id, leadOrganisationId }: WorkOrder, former: string): void {
  tx.write(
    `update application set organisation_id = $3 where work_order_id = $1 and organisation_id = $2 and state in ('asked', 'appealed', 'refused')`,
    [id, former, leadOrganisationId],
    'any',
  );
}

/** How many open orders an organisation leads or helps with. */
export async function countOpenOrders(tx: ReadTx, organisationId: string): Promise<number> {
  const sql = 'select count(*)::int as n from work_order_organisation where organisation_id = $1 and is_open';
  const [row] = await tx.query<{ n: number }>(sql, [organisationId]);
  return row?.n ?? 0;
}
