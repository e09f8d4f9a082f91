import type { Tx } from '@zero-distance/persistence';
import type { MatterColumns } from '@zero-distance/platform';

// Which organisations have the work order of a hazard, and which one's people made a visit. They see the hazard, the visit that found it and
// the premises it is in.

const BY_VISITOR = {
  visit_id: 'select visit_id from visit_organisation',
  premises_id: 'select premises_id from visit_organisation',
  hazard_id: 'select hazard.id from visit_organisation join hazard using (visit_id)',
} as const;

const seenBy = (alias: string, id: 'hazard_id' | 'visit_id' | 'premises_id'): MatterColumns => ({
  alias,
  participates: (organisation) => `${alias}.id in (select ${id} from hazard_organisation where organisation_id = ${organisation}
    union all ${BY_VISITOR[id]} where organisation_id = ${organisation})`,
  recuses: false, // nobody complains: inspectors find
});
export const HAZARDS_SEEN = seenBy('h', 'hazard_id');
export const VISITS_SEEN = seenBy('v', 'visit_id');
export const PREMISES_SEEN = seenBy('p', 'premises_id');

/** 排查单位: its people made the visit. */
export function saveVisitor(tx: Tx, visit: { readonly id: string; readonly premisesId: string }, organisationId: string): void {
  const sql = 'insert into visit_organisation (organisation_id, visit_id, premises_id) values ($1, $2, $3)';
  tx.write(sql, [organisationId, visit.id, visit.premisesId]);
}

/** 主办、协办: have the hazard's work order now. */
export function saveHandlers(
  tx: Tx,
  { id, visitId, premisesId }: { readonly id: string; readonly visitId: string; readonly premisesId: string },
  organisationIds: readonly string[],
): void {
  const sql = `insert into hazard_organisation (organisation_id, hazard_id, visit_id, premises_id)
    select unnest($1::uuid[]), $2::uuid, $3::uuid, $4::uuid on conflict do nothing`;
  tx.write(sql, [organisationIds, id, visitId, premisesId], 'any');
}

/** 退单、终止: nobody has it any more. */
export function removeHandlers(tx: Tx, hazardId: string): void {
  tx.write('delete from hazard_organisation where hazard_id = $1', [hazardId], 'any');
}
