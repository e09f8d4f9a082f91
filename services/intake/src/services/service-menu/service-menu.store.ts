import type { ReadTx } from '@zero-distance/persistence';
import { ServiceItemEntity } from '../service-item/service-item.entity.js';
import { EVERYONE, type ServiceItem } from '../service-item/service-item.js';

/** The groups that a resident belongs to on a day. @param day `YYYY-MM-DD` */
export async function groupsOn(tx: ReadTx, residentId: string, day: string): Promise<string[]> {
  const rows = await tx.query<{ group: string }>(
    `select distinct group_code as "group" from group_membership
     where resident_id = $1 and since <= $2 and (until is null or until > $2) order by 1`,
    [residentId, day],
  );
  return rows.map(({ group }) => group);
}

/** 量身定制: what is offered on a day to these groups, and then what is for everyone. @param day `YYYY-MM-DD` */
export const itemsFor = (tx: ReadTx, groups: readonly string[], day: string): Promise<ServiceItem[]> =>
  tx.query<ServiceItemEntity & Record<string, unknown>>(
    `${tx.select(ServiceItemEntity, 't')}
     where (t.eligible_groups && $1::text[] or $2 = any(t.eligible_groups)) and (t.retired_on is null or t.retired_on > $3)
     order by t.eligible_groups && $1::text[] desc, t.code`,
    [groups, EVERYONE, day],
  );
