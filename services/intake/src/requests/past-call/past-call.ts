import type { EventData } from '@zero-distance/contracts';
import type { DomainError, PastFact, SaidOf } from '@zero-distance/kernel';
import { refusePastCall } from './past-call.errors.js';

/** 历史来电: a call to the hotline in the time before this system. Who called is not brought along: nobody is called back. */
export interface PastCall extends PastFact {
  /** Where the line is answered for: it is counted there. */
  readonly areaCode: string;
  /** 热线号码: the number that was called. */
  readonly line: string;
  readonly calledAt: Date;
  readonly answered: boolean;
  /** Until somebody answered; null when nobody did. */
  readonly answerSeconds: number | null;
}

/** What is said of it. */
export type PastCallSaid = SaidOf<PastCall>;

/** Why it cannot be: it was before now, and its seconds are known when it was answered, and only then. */
export function faultOfPast({ calledAt, answered, answerSeconds }: PastCallSaid, now: Date): DomainError | undefined {
  if (calledAt > now) return refusePastCall('past_call.in_future', {}, '/calledAt');
  return answered === (answerSeconds === null) ? refusePastCall('past_call.seconds_unfit', {}, '/answerSeconds') : undefined;
}

/** What its past is made of. */
export const SAID = ['areaCode', 'line', 'calledAt', 'answered', 'answerSeconds'] as const satisfies readonly (keyof PastCallSaid)[];

/** What is told of it: what figures of the hotline are made of, and nothing else. */
export const toldOf = (
  { id, areaCode, calledAt, answered, answerSeconds }: PastCall,
  now: Date,
): EventData<'intake.past-call.imported.v1'> => ({
  ...{ pastCallId: id, areaCode, at: now.toISOString() },
  ...{ calledAt: calledAt.toISOString(), answered, answerSeconds },
});
