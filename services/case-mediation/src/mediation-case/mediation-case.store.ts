import { narrowerArea, newId, unwrap } from '@zero-distance/kernel';
import { expectVersion, type ReadTx, type Tx } from '@zero-distance/persistence';
import { areaConditions, type MatterColumns, type MatterReach, selectReached, withinReach } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { caseEvent } from './case-event.js';
import { MediationCaseEntity } from './mediation-case.entity.js';
import { type CaseStep, type MediationCase, transition } from './mediation-case.js';
import type { CaseAction, CaseEventType, CaseState } from './mediation-case.transitions.js';
import { MediationCaseHistoryEntity } from './mediation-case-history.entity.js';

/** What a list of cases is cut by. */
export interface CaseFilter {
  readonly areaCode?: string;
  readonly state?: CaseState;
  readonly requestId?: string;
  readonly mediatorId?: string;
  readonly overdue?: boolean;
  readonly before?: string;
  readonly limit: number;
}

/** Who applied for a case takes part in it. */
const CASES_SEEN: MatterColumns = { alias: 'm', participates: (organisation) => `m.applied_by = ${organisation}`, recuses: true };

/** Throws `case.not_found` also for a case beyond the caller's reach. */
export async function loadCase(tx: ReadTx, reach: MatterReach, id: string): Promise<MediationCase> {
  const params: unknown[] = [];
  const given = (value: unknown) => `$${params.push(value)}`;
  const where = `m.id = ${given(id)} and ${withinReach(reach, given, CASES_SEEN)}`;
  const [found] = await tx.query<MediationCaseEntity>(
    `select ${tx.columns(MediationCaseEntity, 'm')} from mediation_case m where ${where}`,
    params,
  );
  if (!found) throw refuse('case.not_found', { id });
  return found;
}

/** The case of a request's last round, if it ever had one. */
export async function lastCaseOf(tx: ReadTx, requestId: string): Promise<MediationCase | undefined> {
  const sql = `select ${tx.columns(MediationCaseEntity)} from mediation_case where request_id = $1 order by round desc limit 1`;
  return (await tx.query<MediationCaseEntity>(sql, [requestId]))[0];
}

/** Newest first, within the caller's reach. Only the filters given stand in the SQL, so that each finds its index (ADR 0008). */
export async function listCases(tx: ReadTx, reach: MatterReach, filter: CaseFilter): Promise<MediationCaseEntity[]> {
  const area = narrowerArea(reach.area, filter.areaCode);
  if (area === undefined) return [];
  const params: unknown[] = [];
  const param = (value: unknown) => `$${params.push(value)}`;
  const conditions = areaConditions(area, param, 'm.area_code');
  if (filter.state) conditions.push(`state = ${param(filter.state)}`);
  if (filter.requestId) conditions.push(`request_id = ${param(filter.requestId)}`);
  if (filter.mediatorId) conditions.push(`mediator_id = ${param(filter.mediatorId)}`);
  if (filter.overdue) conditions.push(`state in ('applied', 'accepted', 'assigned', 'mediating', 'agreed') and due_at <= ${param(tx.now)}`);
  if (filter.before) conditions.push(`m.id < ${param(filter.before)}`);
  const page = { select: `select ${tx.columns(MediationCaseEntity, 'm')} from mediation_case m`, conditions, limit: filter.limit };
  return tx.page(selectReached(reach, param, CASES_SEEN, page), params);
}

/** What was done to a case, in order. */
export function historyOf(tx: ReadTx, id: string): Promise<MediationCaseHistoryEntity[]> {
  const sql = `select ${tx.columns(MediationCaseHistoryEntity)} from mediation_case_history where mediation_case_id = $1 order by id`;
  return tx.query(sql, [id]);
}

/** Queues a new case with its first event. */
export function addCase(tx: Tx, applied: MediationCase): MediationCase {
  tx.insert(MediationCaseEntity, applied);
  addHistory(tx, applied, 'apply', null, null);
  tellOf(tx, 'case-mediation.case.applied.v1', applied);
  return applied;
}

/** Loads a case for an action. Throws when it is not there, is not at the caller's version, or the state table refuses. */
export async function loadStep(tx: Tx, reach: MatterReach, id: string, action: CaseAction, ifMatch: number | undefined): Promise<CaseStep> {
  const current = await loadCase(tx, reach, id);
  expectVersion(current.version, ifMatch);
  return unwrap(transition(current, action, tx.actor));
}

/** Queues a step, and `changes` besides, with its history and its event; answers the case as it will be. */
export function saveStep(
  tx: Tx,
  { action, before, event, ...step }: CaseStep,
  changes: Partial<MediationCase> = {},
  reason: string | null = null,
): MediationCase {
  const after = { ...step.after, ...changes };
  tx.update(MediationCaseEntity, before, { ...changes, ...step.changes });
  addHistory(tx, after, action, before.state, reason);
  tellOf(tx, event, after);
  return after;
}

function addHistory(tx: Tx, after: MediationCase, action: string, fromState: CaseState | null, reason: string | null): void {
  const row = { id: newId(), mediationCaseId: after.id, action, fromState, toState: after.state, actorId: tx.actor.id, reason, at: tx.now };
  tx.append(MediationCaseHistoryEntity, row);
}

function tellOf(tx: Tx, type: CaseEventType, after: MediationCase): void {
  const event = caseEvent(type, after, tx.now);
  tx.emit(event.type, after, event.data);
}
