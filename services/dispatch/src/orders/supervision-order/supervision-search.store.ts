import type { ReadTx } from '@zero-distance/persistence';
import { type FilterContext, type Sought, searchedBy } from '@zero-distance/platform';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';

/** Of more that fit, the newest are found. There are some dozens a month. */
const MOST_FOUND = 2_000;

const BY_AREA = searchedBy({});

/** What was typed, looked up: the supervision orders about orders with that number or category, and the areas. */
export interface SupervisionSought extends Pick<Sought, 'areas'> {
  readonly ids: readonly string[];
}

/** Supervision orders, which are about several orders, are found by number and category of any of them, and by their own area. */
export const SUPERVISION_SEARCH = {
  async seek(tx: ReadTx, text: string | undefined): Promise<SupervisionSought | undefined> {
    const sought = await WORK_ORDER_SEARCH.seek(tx, text);
    return sought && { areas: sought.areas, ids: await aboutOrders(tx, sought) };
  },
  filter: ({ ids, areas }: SupervisionSought, context: FilterContext): readonly string[] => [
    ...(ids.length > 0 ? [`t.id = any(${context.given(ids)}::uuid[])`] : []),
    ...BY_AREA.filter({ numbers: [], code: '', reference: '', categories: [], areas }, context),
  ],
};

async function aboutOrders(tx: ReadTx, sought: Sought): Promise<string[]> {
  const params: unknown[] = [];
  const given = (value: unknown) => `$${params.push(value)}`;
  const conditions = WORK_ORDER_SEARCH.filter({ ...sought, areas: [] }, { given, now: tx.now, openOnly: false, area: '' });
  if (conditions.length === 0) return [];
  const found = await tx.query<{ id: string }>(
    `select distinct s.supervision_order_id as id from supervised_order s join work_order t on t.id = s.work_order_id
     where ${conditions.join(' or ')} order by id desc limit ${MOST_FOUND}`,
    params,
  );
  return found.map(({ id }) => id);
}
