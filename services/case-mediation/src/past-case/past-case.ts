import { type DomainError, differenceIn } from '@zero-distance/kernel';
import type { MediationCase } from '../mediation-case/mediation-case.js';
import { refusePastCase } from './past-case.errors.js';

/** 结果: how a case of the time before ended. One that nothing is to be done about any more is brought along, and no other. */
export const PAST_OUTCOMES = ['declined', 'failed', 'terminated', 'performed', 'breached'] as const;
export type PastOutcome = (typeof PAST_OUTCOMES)[number];

/** What happened to a past case, and when. */
export type PastCase = Pick<MediationCase, 'areaCode' | 'caseType' | 'difficulty' | 'state' | 'appliedAt' | 'acceptedAt' | 'concludedAt'>;

/** Why the times of a past case cannot be, or do not fit its outcome. */
export function faultOfPast({ state, appliedAt, acceptedAt, concludedAt }: PastCase, now: Date): DomainError | undefined {
  for (const [name, at] of Object.entries({ appliedAt, acceptedAt, concludedAt }))
    if (at && at > now) return refusePastCase('past_case.in_future', {}, `/${name}`);
  if (state === 'declined' && acceptedAt) return refusePastCase('past_case.declined_and_accepted', {}, '/acceptedAt');
  if (!acceptedAt && state !== 'declined' && state !== 'terminated') return refusePastCase('past_case.not_accepted', {}, '/acceptedAt');
  if (acceptedAt && acceptedAt < appliedAt) return refusePastCase('past_case.out_of_order', {}, '/acceptedAt');
  return concludedAt && concludedAt < (acceptedAt ?? appliedAt) ? refusePastCase('past_case.out_of_order', {}, '/concludedAt') : undefined;
}

/** Under what name the file says it. */
const SAID = {
  areaCode: 'areaCode',
  caseType: 'caseType',
  difficulty: 'difficulty',
  state: 'outcome',
  appliedAt: 'appliedAt',
  acceptedAt: 'acceptedAt',
  concludedAt: 'concludedAt',
} as const satisfies Record<keyof PastCase, string>;

/** What the second of two says otherwise of what happened, if anything: a past case is brought in once, and its past does not change. */
export const differenceOf = (before: PastCase, now: PastCase): string | undefined => differenceIn(SAID, before, now);
