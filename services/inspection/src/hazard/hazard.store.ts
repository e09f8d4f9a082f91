import { narrowerArea, newId } from '@zero-distance/kernel';
import { ConcurrentChange, type ReadTx, type Tx } from '@zero-distance/persistence';
import { areaConditions, type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { HAZARDS_SEEN } from '../participation/participation.store.js';
import type { Visit } from '../visit/visit.js';
import { HazardEntity, HazardHistoryEntity } from './hazard.entity.js';
import { type Confirmation, eventDataOf, type Hazard, type HazardStep, type released } from './hazard.js';
import type { HazardState } from './hazard.transitions.js';

/** What a list of hazards is cut by; all of it together. */
export interface HazardFilter {
  readonly state?: HazardState;
  readonly areaCode?: string;
  /** Code of premises. */
  readonly premises?: string;
  /** Only those that are overdue. */
  readonly overdue?: boolean;
  /** Ids below this one: newest first. */
  readonly before?: string;
  readonly limit: number;
}

/** The hazard, if it lies within the caller's reach; 404 otherwise. */
export async function loadHazard(tx: ReadTx, reach: MatterReach, id: string): Promise<Hazard> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const sql = `select ${tx.columns(HazardEntity, 'h')} from hazard h where h.id = ${given(id)} and ${withinReach(reach, given, HAZARDS_SEEN)}`;
  const [hazard] = await tx.query<HazardEntity>(sql, params);
  if (!hazard) throw refuse('hazard.not_found', { id });
  return hazard;
}

/** Hazards within the caller's reach, newest first. Only the filters given stand in the SQL, so that each finds its index. */
export async function listHazards(
  tx: ReadTx,
  reach: MatterReach,
  { areaCode, state, premises, overdue, before, limit }: HazardFilter,
): Promise<Hazard[]> {
  const area = narrowerArea(reach.area, areaCode);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = areaConditions(area, given, 'h.area_code');
  if (state) conditions.push(`state = ${given(state)}`);
  if (premises) conditions.push(`premises_code = ${given(premises)}`);
  if (overdue) conditions.push(`state in ${OPEN} and ${DUE} <= ${given(tx.now)}`);
  if (before) conditions.push(`h.id < ${given(before)}`);
  const page = { select: `select ${tx.columns(HazardEntity, 'h')} from hazard h`, conditions, limit };
  return tx.page<HazardEntity>(selectReached(reach, given, HAZARDS_SEEN, page), params);
}

/** A hazard and a visit that found or confirmed it. */
export type SeenHazard = Hazard & { readonly seenBy: string };

/** The hazards that some visits found or confirmed and the caller may see, in the order they were found. */
export function hazardsOfVisits(tx: ReadTx, reach: MatterReach, visitIds: readonly string[]): Promise<SeenHazard[]> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const visits = given(visitIds);
  const sql = `select ${tx.columns(HazardEntity, 'h')}, s.visit_id as "seenBy" from (
      select visit_id, id as hazard_id from hazard where visit_id = any(${visits})
      union all select visit_id, hazard_id from hazard_confirmation where visit_id = any(${visits})
    ) as s join hazard h on h.id = s.hazard_id where ${withinReach(reach, given, HAZARDS_SEEN)} order by h.id`;
  return tx.query<HazardEntity & { seenBy: string }>(sql, params);
}

/** The open hazards of premises, by item; of several of one item, as there were before visits confirmed them, the one that visits confirm. */
export async function openHazards(tx: ReadTx, premisesId: string): Promise<Map<string, Hazard>> {
  const sql = `select ${tx.columns(HazardEntity)} from hazard where premises_id = $1 and state in ${OPEN} order by confirmable, id desc`;
  return new Map((await tx.query<HazardEntity>(sql, [premisesId])).map((hazard) => [hazard.itemCode, hazard]));
}

const OPEN = "('ordered', 'transferred', 'rectified', 'failed')"; // as the index hazard_open_item has it

/** When what is next of an open hazard is due (`isOverdue`), as the index hazard_due has it. */
const DUE = `(case when state = 'ordered' then rectify_by when state = 'rectified' then recheck_due_at
  when not with_work_order then transfer_due_at end)`;

/** What was done with a hazard, oldest first. */
export function historyOf(tx: ReadTx, hazardId: string): Promise<HazardHistoryEntity[]> {
  const sql = `select ${tx.columns(HazardHistoryEntity)} from hazard_history where hazard_id = $1 order by id`;
  return tx.query<HazardHistoryEntity>(sql, [hazardId]);
}

/** A new hazard goes through two states at once: found, and its first step. */
export function insertHazard(tx: Tx, { before: found, ...step }: HazardStep): Hazard {
  // Another visit may have found the same at the same moment: then this one runs again, and confirms what that one found.
  tx.insert(HazardEntity, { ...step.after, confirmable: true } as HazardEntity, { hazard_open_item: new ConcurrentChange() });
  writeHistory(tx, found.id, 'find', null, found.state, null);
  writeHistory(tx, found.id, step.action, found.state, step.after.state, null);
  tx.emit('inspection.hazard.found.v1', found, eventDataOf(found, 'inspection.hazard.found.v1', tx.now));
  tx.emit(step.event, step.after, eventDataOf(step.after, step.event, tx.now));
  return step.after;
}

/** A visit saw an open hazard again: a line in its history, and the step that it is, if it is one. */
export function confirm(tx: Tx, visit: Visit, { hazard, step }: Confirmation, note: string | null): Hazard {
  tx.write('insert into hazard_confirmation (hazard_id, visit_id) values ($1, $2)', [hazard.id, visit.id]);
  writeHistory(tx, hazard.id, 'confirm', hazard.state, hazard.state, note);
  if (step) saveStep(tx, step, null);
  return step?.after ?? hazard;
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
export function releaseFromWorkOrder(tx: Tx, { id, state }: Hazard, changes: ReturnType<typeof released>, reasonCode: string): void {
  const { withWorkOrder, transferDueAt } = changes;
  tx.write('update hazard set with_work_order = $2, transfer_due_at = $3 where id = $1', [id, withWorkOrder, transferDueAt]);
  writeHistory(tx, id, 'work-order-terminated', state, state, reasonCode);
}

/** A hazard that waits for its recheck. */
export interface AwaitingRecheck extends Pick<Hazard, 'id' | 'version' | 'recheckWorkingDays' | 'warnings'> {
  readonly rectifiedAt: Date;
  readonly recheckDueAt: Date;
}

/** The hazards that are to be rechecked after a moment. */
export function awaitingRecheck(tx: ReadTx, after: Date): Promise<AwaitingRecheck[]> {
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
