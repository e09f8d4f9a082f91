import { type DomainError, differenceIn } from '@zero-distance/kernel';
import type { Callback } from '../callback/callback.js';
import { refusePastCallback } from './past-callback.errors.js';

/** When a past request was answered and closed. */
export interface Ended {
  readonly repliedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What became of a past callback, and when. */
export type PastAnswer = Pick<Callback, 'contacted' | 'solved' | 'satisfaction'> & { readonly recordedAt: Date };

/** Why a past callback cannot be as it is said. */
export function faultOfPast(answer: PastAnswer, { repliedAt, closedAt }: Ended, reference: string, now: Date): DomainError | undefined {
  const { contacted, solved, satisfaction, recordedAt } = answer;
  if (recordedAt > now) return refusePastCallback('past_callback.in_future', {}, '/recordedAt');
  if (closedAt === null) return refusePastCallback('past_callback.not_closed', { reference });
  if (repliedAt && recordedAt < repliedAt) return refusePastCallback('past_callback.before_reply', {}, '/recordedAt');
  if ((solved === null) === contacted) return refusePastCallback('past_callback.answer_unfit', {}, '/solved');
  return (satisfaction === null) === contacted ? refusePastCallback('past_callback.answer_unfit', {}, '/satisfaction') : undefined;
}

const SAID = ['contacted', 'solved', 'satisfaction', 'recordedAt'] as const satisfies (keyof PastAnswer)[];

/** What the second of two says otherwise, if anything: a past callback is brought in once, and its past does not change. */
export const differenceOf = (before: Pick<Callback, (typeof SAID)[number]>, now: PastAnswer): string | undefined =>
  differenceIn<Pick<Callback, (typeof SAID)[number]>>(SAID, before, now);
