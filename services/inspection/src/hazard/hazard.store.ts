import { type Attachment, idsOf } from '@zero-distance/files';
import { newId, withChanges } from '@zero-distance/kernel';
import { ConcurrentChange, type ReadTx, type Tx } from '@zero-distance/persistence';
import { defineAggregate, overdueFilter, searchedBy, visibleTo } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { FILES } from '../file/file.store.js';
import { seenByParticipants } from '../participation/participation.store.js';
import type { Sighting } from './finding.js';
import { HazardEntity, HazardHistoryEntity } from './hazard.entity.js';
import { type Confirmation, HAZARD_EVENTS, type Hazard, type HazardStep, type released } from './hazard.js';
import { HAZARD_TRANSITIONS } from './hazard.transitions.js';

const OPEN = "('ordered', 'transferred', 'rectified', 'failed')"; // as the index hazard_open_item has it

/** When what is next of an open hazard is due (`isOverdue`), as the index hazard_due has it. */
const DUE = `(case when state = 'ordered' then rectify_by when state = 'rectified' then recheck_due_at
  when not with_work_order then transfer_due_at end)`;

const VISIBLE = seenByParticipants('hazard_id');

/** By premises, category and area. */
export const HAZARD_SEARCH = searchedBy({ code: 'premises_code', reference: 'past_reference', category: 'category_code' });

export const HAZARDS = defineAggregate({
  machine: HAZARD_TRANSITIONS,
  entity: HazardEntity,
  history: { entity: HazardHistoryEntity, key: 'hazardId', since: 'foundAt' },
  notFound: (id) => refuse('hazard.not_found', { id }),
  visible: VISIBLE,
  begins: { action: 'find', event: 'inspection.hazard.found.v1' },
  imported: { action: 'import', event: 'inspection.hazard.imported.v1' },
  events: HAZARD_EVENTS,
  filters: {
    q: HAZARD_SEARCH.filter,
    state: 'state',
    /** Code of premises. */
    premises: 'premises_code',
    overdue: overdueFilter(DUE, `state in ${OPEN}`),
  },
});

/** The hazard of the time before with that number, if it was brought in. */
export async function hazardBroughtIn(tx: ReadTx, reference: string): Promise<Hazard | undefined> {
  return (await tx.query<HazardEntity>(`${tx.select(HazardEntity, 't')} where t.past_reference = $1`, [reference]))[0];
}

/** A hazard and a visit that found or confirmed it. */
export type SeenHazard = Hazard & { readonly seenBy: string };

/** The hazards that some visits found or confirmed and the caller may see, in the order they were found. */
export function hazardsOfVisits(tx: ReadTx, visitIds: readonly string[]): Promise<SeenHazard[]> {
  const params: unknown[] = [visitIds];
  const visible = visibleTo(tx.actor, (value) => `$${params.push(value)}`, VISIBLE);
  const sql = `${tx.select(HazardEntity, 't', 's.visit_id as "seenBy"')} join (
      select visit_id, id as hazard_id from hazard where visit_id = any($1)
      union all select visit_id, hazard_id from hazard_confirmation where visit_id = any($1)
    ) as s on t.id = s.hazard_id where ${visible} order by t.id`;
  return tx.query<HazardEntity & { seenBy: string }>(sql, params);
}

/** The open hazards of premises, by item; of several of one item, as there were before visits confirmed them, the one that visits confirm. */
export async function openHazards(tx: ReadTx, premisesId: string): Promise<Map<string, Hazard>> {
  const sql = `select ${tx.columns(HazardEntity)} from hazard where premises_id = $1 and state in ${OPEN} order by confirmable, id desc`;
  return new Map((await tx.query<HazardEntity>(sql, [premisesId])).map((hazard) => [hazard.itemCode, hazard]));
}

/** A new hazard goes through two states at once: found, and its first step. */
export function insertHazard(tx: Tx, step: HazardStep, shown: Attachment): Hazard {
  // Another visit may have found the same at the same moment: then this one runs again, and confirms what that one found.
  const conflicts = { hazard_open_item: new ConcurrentChange() };
  FILES.attach(tx, { kind: 'hazard', id: step.before.id }, shown);
  return HAZARDS.insert(tx, step.before, { steps: [step], conflicts, fileIds: idsOf(shown) });
}

/** A visit saw an open hazard again: a line in its history, and the step that it is, if it is one. */
export function confirm(tx: Tx, visit: Sighting, { hazard, step }: Confirmation, note: string | null, shown: Attachment): Hazard {
  tx.write('insert into hazard_confirmation (hazard_id, visit_id) values ($1, $2)', [hazard.id, visit.id]);
  HAZARDS.note(tx, hazard, 'confirm', { reason: note });
  FILES.attach(tx, { kind: 'hazard', id: hazard.id }, shown);
  // where its premises lie now: an order about it is of that area
  return step ? HAZARDS.save(tx, withChanges({ ...step, fileIds: idsOf(shown) }, { areaCode: visit.areaCode })) : hazard;
}

/** Notes which work order the hazard is with. No state changes and nothing is told, so the version stays. */
export function saveWorkOrder(tx: Tx, { id }: Hazard, workOrderId: string): void {
  tx.write('update hazard set work_order_id = $2 where id = $1', [id, workOrderId]);
}

/** The work order is gone without result. The state stays, so does the version; the hazard may be transferred again. */
export function releaseFromWorkOrder(tx: Tx, hazard: Hazard, changes: ReturnType<typeof released>, reason: string): void {
  const { withWorkOrder, transferDueAt } = changes;
  tx.write('update hazard set with_work_order = $2, transfer_due_at = $3 where id = $1', [hazard.id, withWorkOrder, transferDueAt]);
  HAZARDS.note(tx, hazard, 'work-order-terminated', { reason });
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
