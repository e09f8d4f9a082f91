import { ConcurrentChange, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineCollection, searchedBy } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { seenByParticipants } from '../participation/participation.store.js';
import { VisitEntity } from './visit.entity.js';
import type { Visit } from './visit.js';

/** By premises and area. */
export const VISIT_SEARCH = searchedBy({ code: 'premises_code' });

export const VISITS = defineCollection({
  entity: VisitEntity,
  visible: seenByParticipants('visit_id'),
  notFound: (id) => refuse('visit.not_found', { id }),
  changes: true,
  filters: { q: VISIT_SEARCH.filter, /** Code of premises. */ premises: 'premises_code' },
});

/** Queues a visit and tells of it. */
export function insertVisit(tx: Tx, visit: Visit): void {
  tx.insert(VisitEntity, visit as VisitEntity);
  tx.emit('inspection.visit.recorded.v1', visit, told(visit));
}

const BROUGHT_IN_MEANWHILE = { visit_past_reference: new ConcurrentChange() };

/** Queues a visit of the time before, and tells of it as of one. */
export function insertPastVisit(tx: Tx, visit: Visit): void {
  tx.insert(VisitEntity, visit as VisitEntity, BROUGHT_IN_MEANWHILE);
  tx.emit('inspection.visit.imported.v1', visit, told(visit));
}

/** The visit that was brought in under this number of the time before. */
export async function visitBroughtIn(tx: ReadTx, reference: string): Promise<Visit | undefined> {
  return (await tx.query<VisitEntity>(`${tx.select(VisitEntity, 't')} where t.past_reference = $1`, [reference]))[0];
}

const told = (visit: Visit) => ({
  visitId: visit.id,
  premisesId: visit.premisesId,
  areaCode: visit.areaCode,
  passed: visit.passed,
  hazards: visit.hazardCount,
  at: visit.visitedAt.toISOString(),
});
