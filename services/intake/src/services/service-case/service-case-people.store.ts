import { type StepOf, SYSTEM, stepOf, unwrap } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { Erasure, readPolicies } from '@zero-distance/platform';
import type { FoundOfPhone, OfPhone } from '../../people/resident/found-of-phone.js';
import type { FileEnd } from '../../people/resident/resident-orders.store.js';
import { POLICIES } from '../../policy/policy.js';
import { keepCounted } from '../../requests/counted-reference/counted-reference.store.js';
import { NO_APPLICANT } from './applicant.js';
import { withoutWords } from './material.js';
import { ServiceCaseEntity } from './service-case.entity.js';
import { ended, type ServiceCase, subjectOf } from './service-case.js';
import { SERVICE_CASES, UNFINISHED } from './service-case.store.js';
import { SERVICE_CASE_TRANSITIONS } from './service-case.transitions.js';

// What becomes of service cases when something is done to the file of who applied, or for whom; and of those of who is on no register.

const BEFORE_SUBMITTED = ['open', 'preparing'] as const;

const isUnfinished = ({ state }: ServiceCase): boolean => UNFINISHED.includes(state);

/** What was applied for by these files, and for them. */
const casesOf = (tx: ReadTx, residentIds: readonly string[]): Promise<ServiceCaseEntity[]> =>
  tx.query<ServiceCaseEntity & Record<string, unknown>>(
    `${tx.select(ServiceCaseEntity, 't')} where t.applicant_id = any($1::uuid[])
     union all ${tx.select(ServiceCaseEntity, 't')} where t.resident_id = any($1::uuid[]) and not coalesce(t.applicant_id = any($1::uuid[]), false)
     order by id`,
    [residentIds],
  );

const endOf = (found: ServiceCase, now: Date): StepOf<ServiceCase, typeof SERVICE_CASE_TRANSITIONS> =>
  stepOf(unwrap(SERVICE_CASE_TRANSITIONS.decide(found.state, 'end', SYSTEM, subjectOf(found, SYSTEM, now))), found, SYSTEM);

/** Queues that these go on no more: who handles them hears of it. */
async function end(tx: Tx, cases: readonly ServiceCase[], why: FileEnd): Promise<void> {
  const policies = await readPolicies(tx, POLICIES);
  for (const found of cases) {
    const step = endOf(found, tx.now);
    SERVICE_CASES.save(tx, { ...step, changes: { ...step.changes, ...ended(tx.now, policies) }, reason: `resident-${why}` });
  }
}

/** Queues that nothing more is done for a file that ends. What was handed in for somebody who moves away is decided and delivered all the same. */
export async function endCases(tx: Tx, residentIds: readonly string[], why: FileEnd): Promise<void> {
  const states: readonly string[] = why === 'moved' ? BEFORE_SUBMITTED : UNFINISHED;
  const cases = (await casesOf(tx, residentIds)).filter(({ state }) => states.includes(state));
  await end(tx, cases, why);
}

/** Queues that nothing goes on by these files, and that nothing is kept of whose they were, nor of what staff wrote: it may name them. What was counted stays. */
export async function eraseCases(erasure: Erasure, residentIds: readonly string[], why: FileEnd): Promise<void> {
  const { tx } = erasure;
  const cases = await casesOf(tx, residentIds);
  await end(tx, cases.filter(isUnfinished), why);
  const ids = cases.map(({ id }) => id);
  tx.write(
    `update service_case set result = null, external_number = null, take_back_until = null, rate_until = null,
       applicant_id = case when applicant_id = any($2::uuid[]) then null else applicant_id end,
       resident_id = case when resident_id = any($2::uuid[]) then null else resident_id end
     where id = any($1::uuid[])`,
    [ids, residentIds],
    'any',
  );
  for (const found of cases) {
    keepNumber(tx, found);
    tx.write('update service_case set materials = $2 where id = $1', [found.id, JSON.stringify(withoutWords(found.materials))]);
  }
  erasure.removeReasons(ids);
  erasure.removeAnswers(ids);
}

/** Queues that what was applied for by one file, or for it, was by another, of the same person. */
export function moveCases(tx: Tx, from: string, to: string): void {
  tx.write('update service_case set applicant_id = $2 where applicant_id = $1', [from, to], 'any');
  tx.write('update service_case set resident_id = $2 where resident_id = $1', [from, to], 'any');
}

/** Nothing of it says whose it was. */
const NOBODY: Partial<ServiceCaseEntity> = { ...NO_APPLICANT, result: null, externalNumber: null, takeBackUntil: null, rateUntil: null };

/** The number leads to who applied, and goes: what it counted as is not brought along under it. */
function keepNumber(tx: Tx, { externalNumber }: ServiceCase): void {
  if (externalNumber !== null) keepCounted(tx, 'service-case', externalNumber);
}

/** Queues that nothing is kept of who applied, nor of what staff wrote. It is no step: what was counted stays. */
function forget(tx: Tx, found: ServiceCase, changes: Partial<ServiceCaseEntity>): void {
  tx.update(ServiceCaseEntity, found as ServiceCaseEntity, { ...NOBODY, materials: withoutWords(found.materials), ...changes }, 0);
  keepNumber(tx, found);
  SERVICE_CASES.note(tx, found, 'erase-applicant');
  const erasure = new Erasure(tx, found.id);
  erasure.removeReasons([found.id]);
  erasure.removeAnswers([found.id]);
}

/** Queues that nothing is kept of whom a case was of, whose time is over. */
export const eraseApplicant = (tx: Tx, found: ServiceCase): void =>
  forget(tx, found, { applicantId: null, residentId: null, nextAt: null });

/** Queues that nothing is kept of who applied with a number and is on no register, as far as the caller sees it and it has ended. */
export async function eraseCasesByPhone(tx: Tx, { phoneIndex, limit }: OfPhone): Promise<FoundOfPhone> {
  const [over, open] = await Promise.all([
    SERVICE_CASES.list(tx, { endedOfPhone: phoneIndex, limit }),
    SERVICE_CASES.list(tx, { unfinishedOfPhone: phoneIndex, limit }),
  ]);
  for (const found of over.items) forget(tx, found, {});
  return { erased: over.items.map(({ id }) => id), unfinished: open.items.map(({ id }) => id), more: over.next !== null };
}
