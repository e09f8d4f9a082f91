import type { CareRisk } from '@zero-distance/contracts';
import type { CarePolicies } from '../../policy/care-policy.js';
import { changed, hasChanged, type KeyPerson } from './key-person.js';

// 合并档案: what becomes of the care of two files that are of one person.

/** Of two who are looked after, the one whose care goes on, and the one that ends: the main file's, unless the other alone has a worker. */
export const goesOnWith = (own: KeyPerson, other: KeyPerson): readonly [KeyPerson, KeyPerson] =>
  own.workerId === null && other.workerId !== null ? [other, own] : [own, other];

const BY_RISK: readonly CareRisk[] = ['general', 'key', 'high'];
const later = (one: Date | null, other: Date | null): Date | null => (one === null || (other !== null && other > one) ? other : one);
const earlier = (one: Date | null, other: Date | null): Date | null => (one === null || (other !== null && other < one) ? other : one);
const same = (one: Date | null, other: Date | null): boolean => one?.getTime() === other?.getTime();

const higher = (one: CareRisk, other: CareRisk): CareRisk => (BY_RISK.indexOf(other) > BY_RISK.indexOf(one) ? other : one);

/** 恢复: who goes on has the own risk again, unless it has become another since: then somebody said so. */
export function ownRisk(
  kept: KeyPerson,
  { risk, riskBefore }: KeyPerson,
  now: Date,
  policies: CarePolicies,
): Partial<KeyPerson> | undefined {
  const isAsMerged = riskBefore !== null && riskBefore !== kept.risk && kept.risk === higher(riskBefore, risk);
  return isAsMerged ? changed(kept, { risk: riskBefore }, now, policies) : undefined;
}

/** The higher risk, the later change, the last visit of both; what is missing at one stays so unless a visit of the other has settled it. */
export function mergedCare(kept: KeyPerson, ended: KeyPerson, now: Date, policies: CarePolicies): Partial<KeyPerson> {
  const both = [kept, ended];
  const risk = higher(kept.risk, ended.risk);
  const lastVisitAt = later(kept.lastVisitAt, ended.lastVisitAt);
  const change = { risk, changedAt: later(kept.changedAt, ended.changedAt) };
  const unsettled = hasChanged({ ...kept, ...change, lastVisitAt }) ? both : both.filter((one) => same(one.lastVisitAt, lastVisitAt));
  const overdueSince = unsettled.map((one) => one.overdueSince).reduce(earlier, null);
  return { lastVisitAt, overdueSince, ...changed({ ...kept, lastVisitAt, overdueSince }, change, now, policies) };
}
