import type { Tx } from '@zero-distance/messaging';
import type { MatterColumns } from '@zero-distance/platform';
import type { Hazard } from '../hazard/hazard.js';

// Which organisations have the work order of a hazard. They see the hazard, the visit that found it and the premises it is in.

const seenBy = (alias: string, id: 'hazard_id' | 'visit_id' | 'premises_id'): MatterColumns => ({
  alias,
  takesPart: (organisation) => `${alias}.id in (select ${id} from hazard_organisation where organisation_id = ${organisation})`,
  bars: false, // nobody complains: inspectors find
});
export const HAZARDS_SEEN = seenBy('h', 'hazard_id');
export const VISITS_SEEN = seenBy('v', 'visit_id');
export const PREMISES_SEEN = seenBy('p', 'premises_id');

/** 主办、协办: have the hazard's work order now. */
export function saveHandlers(tx: Tx, { id, visitId, premisesId }: Hazard, organisationIds: readonly string[]): void {
  const sql = `insert into hazard_organisation (organisation_id, hazard_id, visit_id, premises_id)
    select unnest($1::uuid[]), $2::uuid, $3::uuid, $4::uuid on conflict do nothing`;
  tx.write(sql, [organisationIds, id, visitId, premisesId], 'any');
}

/** 退单、终止: nobody has it any more. */
export function removeHandlers(tx: Tx, hazardId: string): void {
  tx.write('delete from hazard_organisation where hazard_id = $1', [hazardId], 'any');
}
