import type { Tx } from '@zero-distance/persistence';
import type { MatterVisibility } from '@zero-distance/platform';

// Which organisations have the work order of a hazard, and which one's people made a visit. They see the hazard, the visit that found it and
// the premises it is in.

const VISITORS = {
  visit_id: { from: 'visit_organisation', id: 'visit_id' },
  premises_id: { from: 'visit_organisation', id: 'premises_id' },
  /** By the visit that found it. */
  hazard_id: { from: 'visit_organisation', id: 'visit_id', of: 'visit_id' },
} as const;

/** Who sees hazards, visits or premises. Nobody is recused from them: nobody complains, inspectors find. */
export const seenByParticipants = (id: keyof typeof VISITORS): MatterVisibility => ({
  by: 'matter',
  participants: [{ from: 'hazard_organisation', id }, VISITORS[id]],
  recuses: false,
});

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
