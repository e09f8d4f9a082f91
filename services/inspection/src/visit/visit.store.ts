import type { Reading, Tx } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { VisitEntity } from './visit.entity.js';
import type { Visit } from './visit.js';

export interface VisitFilter {
  readonly areaCode?: string;
  /** Code of premises. */
  readonly premises?: string;
  /** Ids below this one: newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** The visit, if the caller may see it; 404 otherwise. */
export async function loadVisit(tx: Reading, id: string): Promise<Visit> {
  const sql = `select ${tx.columns(VisitEntity)} from visit where id = $1 and area_code like $2 || '%'`;
  const [visit] = await tx.query<VisitEntity>(sql, [id, tx.actor.area]);
  if (!visit) throw refuse('visit.not_found', { id });
  return visit;
}

export function listVisits(tx: Reading, { areaCode = '', premises, before, limit }: VisitFilter): Promise<VisitEntity[]> {
  const sql = `select ${tx.columns(VisitEntity)} from visit
    where area_code like $1 || '%' and area_code like $2 || '%' and ($3::text is null or premises_code = $3)
      and ($4::uuid is null or id < $4)
    order by id desc limit $5`;
  return tx.page<VisitEntity>(sql, [tx.actor.area, areaCode, premises ?? null, before ?? null, limit]);
}

export function insertVisit(tx: Tx, visit: Visit): void {
  tx.insert(VisitEntity, visit as VisitEntity);
  tx.emit('inspection.visit.recorded.v1', visit, {
    visitId: visit.id,
    premisesId: visit.premisesId,
    areaCode: visit.areaCode,
    passed: visit.passed,
    hazards: visit.hazardCount,
    at: visit.visitedAt.toISOString(),
  });
}
