import { narrowerArea } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { areaConditions, type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { VISITS_SEEN } from '../participation/participation.store.js';
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

/** The visit, if it lies within the caller's reach; 404 otherwise. */
export async function loadVisit(tx: ReadTx, reach: MatterReach, id: string): Promise<Visit> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const sql = `select ${tx.columns(VisitEntity, 'v')} from visit v where v.id = ${given(id)} and ${withinReach(reach, given, VISITS_SEEN)}`;
  const [visit] = await tx.query<VisitEntity>(sql, params);
  if (!visit) throw refuse('visit.not_found', { id });
  return visit;
}

/** Visits within the caller's reach, newest first. Only the filters given stand in the SQL, so that each finds its index. */
export async function listVisits(tx: ReadTx, reach: MatterReach, { areaCode, premises, before, limit }: VisitFilter): Promise<Visit[]> {
  const area = narrowerArea(reach.area, areaCode);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = areaConditions(area, given, 'v.area_code');
  if (premises) conditions.push(`premises_code = ${given(premises)}`);
  if (before) conditions.push(`v.id < ${given(before)}`);
  const page = { select: `select ${tx.columns(VisitEntity, 'v')} from visit v`, conditions, limit };
  return tx.page<VisitEntity>(selectReached(reach, given, VISITS_SEEN, page), params);
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
