import { narrowerArea, newId } from '@zero-distance/kernel';
import type { Reading, Tx } from '@zero-distance/messaging';
import { areaConditions, type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { HAZARDS_SEEN } from '../participation/participation.store.js';
import { HazardEntity, HazardHistoryEntity } from './hazard.entity.js';
import { eventDataOf, type Hazard, type HazardStep } from './hazard.js';
import type { HazardState } from './hazard.transitions.js';

/** What a list of hazards is cut by; all of it together. */
export interface HazardFilter {
  readonly state?: HazardState;
  readonly areaCode?: string;
  /** Code of premises. */
  readonly premises?: string;
  /** Ids below this one: newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** The hazard, if it lies within the caller's reach; 404 otherwise. */
export async function loadHazard(tx: Reading, reach: MatterReach, id: string): Promise<Hazard> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const sql = `select ${tx.columns(HazardEntity, 'h')} from hazard h where h.id = ${given(id)} and ${withinReach(reach, given, HAZARDS_SEEN)}`;
  const [hazard] = await tx.query<HazardEntity>(sql, params);
  if (!hazard) throw refuse('hazard.not_found', { id });
  return hazard;
}

/** Hazards within the caller's reach, newest first. Only the filters given stand in the SQL, so that each finds its index. */
export async function listHazards(
  tx: Reading,
  reach: MatterReach,
  { areaCode, state, premises, before, limit }: HazardFilter,
): Promise<Hazard[]> {
  const area = narrowerArea(reach.area, areaCode);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = areaConditions(area, given, 'h.area_code');
  if (state) conditions.push(`state = ${given(state)}`);
  if (premises) conditions.push(`premises_code = ${given(premises)}`);
  if (before) conditions.push(`h.id < ${given(before)}`);
  const page = { select: `select ${tx.columns(HazardEntity, 'h')} from hazard h`, conditions, limit };
  return tx.page<HazardEntity>(selectReached(reach, given, HAZARDS_SEEN, page), params);
}

/** The hazards that some visits found and the caller may see, in the order they were found. */
export function hazardsOfVisits(tx: Reading, reach: MatterReach, visitIds: readonly string[]): Promise<HazardEntity[]> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const where = `h.visit_id = any(${given(visitIds)}) and ${withinReach(reach, given, HAZARDS_SEEN)}`;
  return tx.query<HazardEntity>(`select ${tx.columns(HazardEntity, 'h')} from hazard h where ${where} order by h.id`, params);
}

/** What was done with a hazard, oldest first. */
export function historyOf(tx: Reading, hazardId: string): Promise<HazardHistoryEntity[]> {
  const sql = `select ${tx.columns(HazardHistoryEntity)} from hazard_history where hazard_id = $1 order by id`;
  return tx.query<HazardHistoryEntity>(sql, [hazardId]);
}

/** A new hazard goes through two states at once: found, and its first step. */
export function insertHazard(tx: Tx, { before: found, ...step }: HazardStep): void {
  tx.insert(HazardEntity, step.after as HazardEntity);
  writeHistory(tx, found.id, 'find', null, found.state, null);
  writeHistory(tx, found.id, step.action, found.state, step.after.state, null);
  tx.emit('inspection.hazard.found.v1', found, eventDataOf(found, 'inspection.hazard.found.v1', tx.now));
  tx.emit(step.event, step.after, eventDataOf(step.after, step.event, tx.now));
}

/** @param reason why, in the words of whoever did it */
export function saveStep(tx: Tx, { before, after, changes, action, event }: HazardStep, reason: string | null): void {
  tx.update(HazardEntity, before, changes as Partial<HazardEntity>);
  writeHistory(tx, before.id, action, before.state, after.state, reason);
  tx.emit(event, after, eventDataOf(after, event, tx.now));
}

/** Notes which work order the hazard is with. No state changes and nothing is told, so the version stays. */
export function saveWorkOrder(tx: Tx, { id }: Hazard, workOrderId: string): void {
  tx.write('update hazard set work_order_id = $2 where id = $1', [id, workOrderId]);
}

/** The work order is gone without result. The state stays, so does the version; the hazard may be transferred again. */
export function releaseFromWorkOrder(tx: Tx, { id, state }: Hazard, reasonCode: string): void {
  tx.write('update hazard set with_work_order = false where id = $1', [id]);
  writeHistory(tx, id, 'work-order-terminated', state, state, reasonCode);
}

/** A hazard that waits for its recheck. */
export interface AwaitingRecheck extends Pick<Hazard, 'id' | 'version' | 'recheckWorkingDays' | 'warnings'> {
  readonly rectifiedAt: Date;
  readonly recheckDueAt: Date;
}

/** The hazards that are to be rechecked after a moment. */
export function awaitingRecheck(tx: Reading, after: Date): Promise<AwaitingRecheck[]> {
  const sql = `select id, version, recheck_working_days as "recheckWorkingDays", warnings, recheck_due_at as "recheckDueAt",
      (select max(at) from hazard_history
       where hazard_id = hazard.id and at >= hazard.found_at and to_state = 'rectified' and from_state <> 'rectified') as "rectifiedAt"
    from hazard where state = 'rectified' and recheck_due_at > $1`;
  return tx.query<AwaitingRecheck & Record<string, unknown>>(sql, [after]);
}

/** Moves recheck times, with a line in each history saying why. As the state stays and nothing is told, so does the version. */
export function moveRechecks(tx: Tx, moved: readonly AwaitingRecheck[], reason: string): void {
  if (moved.length === 0) return;
  const which = [moved.map(({ id }) => id), moved.map(({ version }) => version)];
  tx.write(
    `update hazard set recheck_due_at = m.due, warnings = m.warnings::jsonb
     from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::text[]) as m(id, version, due, warnings)
     where hazard.id = m.id and hazard.version = m.version`,
    [...which, moved.map(({ recheckDueAt }) => recheckDueAt), moved.map(({ warnings }) => JSON.stringify(warnings))],
    'any',
  );
  tx.write(
    `insert into hazard_history (id, hazard_id, action, from_state, to_state, actor_id, reason, at)
     select m.entry_id, hazard.id, 'recheck-moved', state, state, $4, $5, $6
     from unnest($1::uuid[], $2::int[], $3::uuid[]) as m(id, version, entry_id)
     join hazard on hazard.id = m.id and hazard.version = m.version`,
    [...which, moved.map(() => newId()), tx.actor.id, reason, tx.now],
    'any',
  );
}

function writeHistory(
  tx: Tx,
  hazardId: string,
  action: string,
  fromState: HazardState | null,
  toState: HazardState,
  reason: string | null,
) {
  tx.append(HazardHistoryEntity, { id: newId(), hazardId, action, fromState, toState, actorId: tx.actor.id, reason, at: tx.now });
}
