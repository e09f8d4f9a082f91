import type { ReadTx } from '@zero-distance/persistence';
import { BY_CODE, defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { ServiceItemEntity, ServiceItemVersionEntity } from './service-item.entity.js';
import type { ServiceItem } from './service-item.js';

/** Its changes are told to nobody: no other service keeps the catalogue. Each version is kept, for what was ordered by it. */
export const SERVICE_ITEMS = defineRegister({
  entity: ServiceItemEntity,
  key: 'code',
  visible: { by: 'everybody' },
  filters: { group: 'group' },
  orders: BY_CODE,
  unique: 'service_item_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
  onChange: (tx, row) => tx.insert(ServiceItemVersionEntity, row),
});

/** An item as it was in a version. */
export const itemInVersion = (tx: ReadTx, code: string, version: number): Promise<ServiceItem | undefined> =>
  tx.findOne(ServiceItemVersionEntity, { code, version });

/** An item in a chain of successors. */
interface Link {
  readonly code: string;
  readonly retiredOn: string | null;
}

/** 接续: the item with this code, what takes its place, what takes the place of that, and so on. Nothing where there is no such item. */
export const chainFrom = (tx: ReadTx, code: string): Promise<Link[]> =>
  tx.query<Link & Record<string, unknown>>(
    `with recursive chain as (
       select code, retired_on, successor_item from service_item where code = $1
       union
       select i.code, i.retired_on, i.successor_item from chain c join service_item i on i.code = c.successor_item
     )
     select code, retired_on as "retiredOn" from chain`,
    [code],
  );
