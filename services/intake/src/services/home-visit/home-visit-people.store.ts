import { type StepOf, SYSTEM, stepOf, unwrap, type Why } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { Erasure, readPolicies } from '@zero-distance/platform';
import type { FileEnd } from '../../people/resident/resident-orders.store.js';
import { POLICIES } from '../../policy/policy.js';
import { HomeVisitEntity } from './home-visit.entity.js';
import { ended, type HomeVisit, momentOf } from './home-visit.js';
import { HOME_VISITS } from './home-visit.store.js';
import { HOME_VISIT_TRANSITIONS } from './home-visit.transitions.js';

// What becomes of home visits when something is done to the file of whom they are for.

const visitsOf = (tx: ReadTx, residentIds: readonly string[]): Promise<HomeVisitEntity[]> =>
  tx.query<HomeVisitEntity & Record<string, unknown>>(
    `${tx.select(HomeVisitEntity, 't')} where t.resident_id = any($1::uuid[]) order by t.id`,
    [residentIds],
  );

const plannedOf = async (tx: ReadTx, residentIds: readonly string[]): Promise<HomeVisitEntity[]> =>
  (await visitsOf(tx, residentIds)).filter(({ state }) => state === 'planned');

/** What is done by the service itself, whoever asked for what made it necessary. */
function stepBySystem(
  found: HomeVisit,
  action: 'cancel' | 'relocate',
  changes: Partial<HomeVisit>,
  now: Date,
): StepOf<HomeVisit, typeof HOME_VISIT_TRANSITIONS> {
  const row = unwrap(HOME_VISIT_TRANSITIONS.decide(found.state, action, SYSTEM, momentOf(found, now)));
  return stepOf(row, found, SYSTEM, changes);
}

/** Queues that nobody goes: who was to hears of it. @param why a word of the service */
async function callOff(tx: Tx, planned: readonly HomeVisit[], why: string): Promise<void> {
  const policies = await readPolicies(tx, POLICIES);
  for (const found of planned) {
    const step = stepBySystem(found, 'cancel', ended(tx.now, policies), tx.now);
    HOME_VISITS.save(tx, { ...step, reason: why });
  }
}

/** Queues that nobody goes any more to who died or moved away. */
export const endVisits = async (tx: Tx, residentIds: readonly string[], why: FileEnd): Promise<void> =>
  callOff(tx, await plannedOf(tx, residentIds), `resident-${why}`);

/** Queues that nobody goes any more for a case that came to nothing. */
export async function endVisitsOfCase(tx: Tx, serviceCaseId: string): Promise<void> {
  const planned = await tx.query<HomeVisitEntity & Record<string, unknown>>(
    `${tx.select(HomeVisitEntity, 't')} where t.service_case_id = $1 and t.state = 'planned' order by t.id`,
    [serviceCaseId],
  );
  if (planned.length > 0) await callOff(tx, planned, 'case-ended');
}

/** Queues that nobody goes any more, and that nothing is kept of whom anybody went to, nor of what staff wrote: it may name them. What was counted stays. */
export async function eraseVisits(erasure: Erasure, residentIds: readonly string[], why: FileEnd): Promise<void> {
  const { tx } = erasure;
  const visits = await visitsOf(tx, residentIds);
  await callOff(
    tx,
    visits.filter(({ state }) => state === 'planned'),
    `resident-${why}`,
  );
  const ids = visits.map(({ id }) => id);
  tx.write(
    'update home_visit set resident_id = null, service_case_id = null, request_id = null, take_back_until = null where id = any($1::uuid[])',
    [ids],
    'any',
  );
  erasure.removeReasons(ids);
  erasure.removeAnswers(ids);
}

/** Queues that what is agreed with somebody who lives elsewhere now lies there. Who goes stays the same until somebody says otherwise. */
export function relocate(tx: Tx, visits: readonly HomeVisit[], areaCode: string, why: Why = {}): void {
  for (const found of visits) {
    if (found.areaCode !== areaCode) HOME_VISITS.save(tx, { ...stepBySystem(found, 'relocate', { areaCode }, tx.now), ...why });
  }
}

export const followResident = async (tx: Tx, residentIds: readonly string[], areaCode: string): Promise<void> =>
  relocate(tx, await plannedOf(tx, residentIds), areaCode);

/** Queues that whom somebody went to by one file is whom another is of: the same person. */
export const moveVisits = (tx: Tx, from: string, to: string): void =>
  tx.write('update home_visit set resident_id = $2 where resident_id = $1', [from, to], 'any');

/** Queues that nothing is kept of whom it was for, nor of what staff wrote, once its time is over. It is no step: what was counted stays. */
export function eraseVisited(tx: Tx, found: HomeVisit): void {
  tx.update(HomeVisitEntity, found, { residentId: null, serviceCaseId: null, requestId: null, takeBackUntil: null, nextAt: null }, 0);
  HOME_VISITS.note(tx, found, 'erase-resident');
  const erasure = new Erasure(tx, found.id);
  erasure.removeReasons([found.id]);
  erasure.removeAnswers([found.id]);
}
