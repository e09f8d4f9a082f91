import type { EventData, HomeVisitCause } from '@zero-distance/contracts';
import type { DomainError, PastFact, SaidOf } from '@zero-distance/kernel';
import { refusePastHomeVisit } from './past-home-visit.errors.js';

/** 历史上门服务: a visit at home of the time before that met whom it was for. Who that was is not brought along. */
export interface PastHomeVisit extends PastFact {
  readonly areaCode: string;
  readonly cause: HomeVisitCause;
  readonly visitedAt: Date;
}

/** What is said of it. */
export type PastHomeVisitSaid = SaidOf<PastHomeVisit>;

/** Why it cannot be. */
export const faultOfPast = ({ visitedAt }: PastHomeVisitSaid, now: Date): DomainError | undefined =>
  visitedAt > now ? refusePastHomeVisit('past_home_visit.in_future', {}, '/visitedAt') : undefined;

/** What its past is made of. */
export const SAID = ['areaCode', 'cause', 'visitedAt'] as const satisfies readonly (keyof PastHomeVisitSaid)[];

/** What is told of it. */
export const toldOf = ({ id, areaCode, visitedAt }: PastHomeVisit, now: Date): EventData<'intake.past-home-visit.imported.v1'> => ({
  ...{ pastHomeVisitId: id, areaCode, visitedAt: visitedAt.toISOString(), at: now.toISOString() },
});
