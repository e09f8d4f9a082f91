import type { ReadTx } from '@zero-distance/persistence';
import { ServiceItemEntity } from './service-item.entity.js';
import type { ServiceGroup } from './service-item.js';

/** The catalogue, or one of its lists, by code, after `after`. */
export function listServiceItems(tx: ReadTx, group: ServiceGroup | undefined, after: string, limit: number): Promise<ServiceItemEntity[]> {
  const sql = `select ${tx.columns(ServiceItemEntity)} from service_item
    where ($1::text is null or "group" = $1) and code > $2 order by code limit $3`;
  return tx.page<ServiceItemEntity>(sql, [group ?? null, after, limit]);
}
