import type { EventData } from '@zero-distance/contracts';
import type { DomainError, PastFact, SaidOf } from '@zero-distance/kernel';
import { refusePastRound } from './past-round.errors.js';

/** No grid has more households. */
export const MOST_DOORS = 5000;

/** 历史敲门: one grid of a door-knocking round of the time before. Which households were on its list is not brought along, nor what they said. */
export interface PastRound extends PastFact {
  /** The grid; the community for what lies in none. */
  readonly areaCode: string;
  /** When its list was frozen: its households count on that day. */
  readonly openedAt: Date;
  /** Households on its list. */
  readonly doors: number;
  /** Of those, where somebody was met. */
  readonly met: number;
}

/** What is said of it. */
export type PastRoundSaid = SaidOf<PastRound>;

/** Why it cannot be. */
export function faultOfPast({ openedAt, doors, met }: PastRoundSaid, now: Date): DomainError | undefined {
  if (openedAt > now) return refusePastRound('past_round.in_future', {}, '/openedAt');
  return met > doors ? refusePastRound('past_round.more_met', {}, '/met') : undefined;
}

/** What its past is made of. */
export const SAID = ['areaCode', 'openedAt', 'doors', 'met'] as const satisfies readonly (keyof PastRoundSaid)[];

/** What is told of it. */
export const toldOf = ({ id, areaCode, openedAt, doors, met }: PastRound, now: Date): EventData<'intake.past-round.imported.v1'> => ({
  ...{ pastRoundId: id, areaCode, openedAt: openedAt.toISOString(), doors, met, at: now.toISOString() },
});
