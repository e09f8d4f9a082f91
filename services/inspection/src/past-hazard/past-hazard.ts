import { type DomainError, differenceIn } from '@zero-distance/kernel';
import type { Hazard } from '../hazard/hazard.js';
import { refusePastHazard } from './past-hazard.errors.js';

/** 结果: how a hazard of the time before was settled. One that is not settled is found by a visit, like any other, and not brought along. */
export const PAST_OUTCOMES = ['corrected', 'closed'] as const;
export type PastOutcome = (typeof PAST_OUTCOMES)[number];

/** What happened to a past hazard, and when. */
export type PastHazard = Pick<Hazard, 'premisesCode' | 'itemCode' | 'severity' | 'categoryCode' | 'state' | 'foundAt' | 'settledAt'>;

/** Why the times of a past hazard cannot be. */
export function faultOfPast({ foundAt, settledAt }: PastHazard, now: Date): DomainError | undefined {
  for (const [name, at] of Object.entries({ foundAt, settledAt }))
    if (at && at > now) return refusePastHazard('past_hazard.in_future', {}, `/${name}`);
  return settledAt && settledAt < foundAt ? refusePastHazard('past_hazard.out_of_order', {}, '/settledAt') : undefined;
}

/** Under what name the file says it. */
const SAID = {
  premisesCode: 'premises',
  itemCode: 'item',
  severity: 'severity',
  categoryCode: 'categoryCode',
  state: 'outcome',
  foundAt: 'foundAt',
  settledAt: 'settledAt',
} as const satisfies Record<keyof PastHazard, string>;

/** What the second of two says otherwise of what happened, if anything: a past hazard is brought in once, and its past does not change. */
export const differenceOf = (before: PastHazard, now: PastHazard): string | undefined => differenceIn(SAID, before, now);
