import { narrowerArea } from '@zero-distance/kernel';
import type { Reading, Tx } from '@zero-distance/messaging';
import { areaConditions } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { VisitEntity } from './visit.entity.js';
import type { Visit } from './visit.js';

/** What a list of visits is cut by; all of it together. */
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

/** Visits that the caller may see, newest first. Only the filters given stand in the SQL, so that each finds its index. */
export async function listVisits(tx: Reading, { areaCode, premises, before, limit }: VisitFilter): Promise<Visit[]> {
  const area = narrowerArea(tx.actor.area, areaCode);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = ['true', ...areaConditions(area, given)];
  if (premises) conditions.push(`premises_code = ${given(premises)}`);
  if (before) conditions.push(`id < ${given(before)}`);
  const sql = `select ${tx.columns(VisitEntity)} from visit where ${conditions.join(' and ')} order by id desc limit ${given(limit)}`;
  return tx.page<VisitEntity>(sql, params);
}

/** Queues a visit and tells of it. */
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
