import { ERASED_TEXT } from '@zero-distance/contracts';
import { SYSTEM, stepOf, unwrap, withChanges } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineAggregate, type Erasure, overdueFilter, searchedBy, withMatterTitle } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { FILES } from '../file/file.store.js';
import { SessionEntity } from '../session/session.entity.js';
import type { Session } from '../session/session.js';
import { MediationCaseEntity, MediationCaseHistoryEntity } from './mediation-case.entity.js';
import { isBarred, MEDIATION_CASE_EVENTS, type MediationCase } from './mediation-case.js';
import { MEDIATION_CASE_TRANSITIONS } from './mediation-case.transitions.js';

/** By number, that of the time before too, and area: what a case is about is sealed. */
export const CASE_SEARCH = searchedBy({ number: 'request_number', reference: 'past_reference' });

export const MEDIATION_CASES = defineAggregate({
  machine: MEDIATION_CASE_TRANSITIONS,
  entity: MediationCaseEntity,
  also: withMatterTitle('t.request_id'),
  history: { entity: MediationCaseHistoryEntity, key: 'mediationCaseId', since: 'appliedAt' },
  notFound: (id) => refuse('case.not_found', { id }),
  /** Who applied for a case takes part in it. */
  visible: { by: 'matter', participants: 'applied_by', recuses: true },
  begins: { action: 'apply', event: 'case-mediation.case.applied.v1' },
  imported: { action: 'import', event: 'case-mediation.case.imported.v1' },
  events: MEDIATION_CASE_EVENTS,
  filters: {
    q: CASE_SEARCH.filter,
    state: 'state',
    requestId: 'request_id',
    mediatorId: 'mediator_id',
    overdue: overdueFilter('due_at', `state in ('applied', 'accepted', 'assigned', 'mediating', 'agreed')`),
  },
});

/** The case of a request's last round, if it ever had one. */
export async function lastCaseOf(tx: ReadTx, requestId: string): Promise<MediationCase | undefined> {
  const sql = `select ${tx.columns(MediationCaseEntity)} from mediation_case where request_id = $1 order by round desc, id desc limit 1`;
  return (await tx.query<MediationCaseEntity>(sql, [requestId]))[0];
}

/** The case of the time before with that number, if it was brought in. */
export async function caseBroughtIn(tx: ReadTx, reference: string): Promise<MediationCase | undefined> {
  return (await tx.query<MediationCaseEntity>(`${tx.select(MediationCaseEntity, 't')} where t.past_reference = $1`, [reference]))[0];
}

/** The cases of a request, the last round last. */
export const casesOf = (tx: ReadTx, requestId: string): Promise<MediationCaseEntity[]> =>
  tx.query<MediationCaseEntity & Record<string, unknown>>(
    `select ${tx.columns(MediationCaseEntity)} from mediation_case where request_id = $1 order by round, id`,
    [requestId],
  );

/**
 * Queues a session of a case that goes on. The update by no step changes nothing: it locks the case at the version that the rules
 * looked at, so that no outcome slips in between; who loses that race is asked again.
 */
export function addSession(tx: Tx, current: MediationCase, session: Session): void {
  tx.update(MediationCaseEntity, current, {}, 0);
  tx.insert(SessionEntity, session);
}

/** Cases whose outcome is older and whose words are still there, the oldest first: all of them, or those alone whose request was erased. */
export const dueDossiers = (tx: ReadTx, before: Date, isMatterErased: boolean, limit: number): Promise<MediationCaseEntity[]> =>
  tx.page<MediationCaseEntity & Record<string, unknown>>(
    `select ${tx.columns(MediationCaseEntity)} from mediation_case
     where dossier_erased_at is null and concluded_at < $1 ${isMatterErased ? 'and matter_erased_at is not null' : ''} order by concluded_at limit $2`,
    [before, limit],
  );

/** Queues that the request of these cases is erased. Nothing is told, so the version stays. */
export const noteMatterErased = (tx: Tx, requestId: string): void =>
  tx.write(
    'update mediation_case set matter_erased_at = $2 where request_id = $1 and matter_erased_at is null',
    [requestId, tx.now],
    'any',
  );

/** Queues that the words and files of a case are gone: what was said in its sessions, what was agreed and signed, what it was about. Nothing is told, so the version stays. */
export async function eraseDossier(erasure: Erasure, id: string): Promise<void> {
  const { tx } = erasure;
  await FILES.erase(erasure, 'case', [id]);
  erasure.remove('dossier', 'gone as (update session set minutes = null, place = $2 where case_id = $1 returning 1)', [id, ERASED_TEXT]);
  erasure.remove('dossier', 'gone as (update agreement set terms = $2 where case_id = $1 returning 1)', [id, ERASED_TEXT]);
  const removal = `gone as (update mediation_case set summary = case when summary is not null then $3::text end, dossier_erased_at = $2
    where id = $1 and dossier_erased_at is null returning 1)`;
  erasure.remove('dossier', removal, [id, tx.now, ERASED_TEXT]);
}

/** 移交: queues that a case goes to the successor of its mediator, who is retired by an administrator. */
export function handOver(tx: Tx, before: MediationCase, mediatorId: string): void {
  const row = unwrap(MEDIATION_CASE_TRANSITIONS.decide(before.state, 'hand-over', SYSTEM, before));
  MEDIATION_CASES.save(tx, withChanges(stepOf(row, before, tx.actor), { mediatorId, chosenByParties: false }));
}

const UNASSIGNED = { mediatorId: null, chosenByParties: false } as const;

/** 待另行确定: queues that a case whose mediator is retired waits for another, because the successor may not have it. Nobody is recused by it. */
export function leave(tx: Tx, before: MediationCase): void {
  const row = unwrap(MEDIATION_CASE_TRANSITIONS.decide(before.state, 'leave', SYSTEM, before));
  MEDIATION_CASES.save(tx, withChanges(stepOf(row, before, tx.actor), UNASSIGNED));
}

/** 更正: queues that a case is of what its request is about now. A mediator whom the matter is hidden from by it leaves the case, and another is to be assigned. */
export function correct(tx: Tx, before: MediationCase, changes: Partial<MediationCase>, reason?: string): void {
  const corrected = { ...withChanges(MEDIATION_CASES.step(tx, before, 'correct'), changes), reason };
  if (!isBarred(corrected.after)) MEDIATION_CASES.save(tx, corrected);
  else MEDIATION_CASES.save(tx, corrected, withChanges(MEDIATION_CASES.step(tx, corrected.after, 'leave'), UNASSIGNED));
}

/** Some open cases of these areas that were applied for here. As the index `mediation_case_open_area` has them. */
export async function openIn(tx: ReadTx, areaCodes: readonly string[], limit: number): Promise<string[]> {
  if (areaCodes.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select id from mediation_case
     where area_code = any($1) and request_id is null and state in ('applied', 'accepted', 'assigned', 'mediating') limit $2`,
    [areaCodes, limit],
  );
  return rows.map(({ id }) => id);
}

/** What a mediator is mediating, or is to: those that may be handed over. */
export const openOfMediator = (tx: ReadTx, mediatorId: string): Promise<MediationCase[]> =>
  tx.query<MediationCaseEntity>(
    `${tx.select(MediationCaseEntity, 't')} where t.mediator_id = $1 and t.state in ('assigned', 'mediating') order by t.id`,
    [mediatorId],
  );
