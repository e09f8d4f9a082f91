import type { ReadTx } from '@zero-distance/persistence';
import { visibleTo } from '@zero-distance/platform';
import { WorkOrderEntity } from '../work-order/work-order.entity.js';
import { WORK_ORDERS } from '../work-order/work-order.store.js';
import type { Tried } from './rerouting.js';

/** Which orders a change is tried on. */
export interface Sample {
  readonly from: Date;
  readonly to: Date;
  /** Pairs: an order of one of the categories in the area beside it. */
  readonly categories: readonly string[];
  readonly areas: readonly string[];
  /** The last one that was looked at. */
  readonly behind?: string;
}

/** Ids begin with the time they were made at. */
const lowestIdAt = (time: Date): string => {
  const hex = time.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/** The next orders of requests opened in a time, the newest first, of those that the caller sees. */
export function ordersOpened(tx: ReadTx, { from, to, categories, areas, behind }: Sample, limit: number): Promise<Tried[]> {
  const params: unknown[] = [];
  const given = (value: unknown) => `$${params.push(value)}`;
  const conditions = [
    `t.id >= ${given(lowestIdAt(from))}`,
    `t.id < ${given(behind ?? lowestIdAt(to))}`,
    "t.type = 'request'",
    `exists (select from unnest(${given(categories)}::text[], ${given(areas)}::text[]) as of_entry (category, area)
       where starts_with(t.category_code, of_entry.category) and starts_with(t.area_code, of_entry.area))`,
    visibleTo(tx.actor, given, WORK_ORDERS.offers.visible),
  ];
  const sql = `${tx.select(WorkOrderEntity, 't')} where ${conditions.join(' and ')} order by t.id desc limit ${given(limit)}`;
  return tx.page<WorkOrderEntity & Record<string, unknown>>(sql, params);
}
