import type { EventData, Satisfaction } from '@zero-distance/contracts';
import type { DomainError, PastFact, SaidOf } from '@zero-distance/kernel';
import { refusePastServiceCase } from './past-service-case.errors.js';

/** 结果: how a service case of the time before ended. One that is not over is opened here, like any other, and not brought along. */
export const PAST_CASE_OUTCOMES = ['delivered', 'refused', 'withdrawn'] as const;
export type PastCaseOutcome = (typeof PAST_CASE_OUTCOMES)[number];

/** 历史办件: a service case of the time before. Who applied is not brought along, nor what they brought. */
export interface PastServiceCase extends PastFact {
  readonly areaCode: string;
  /** What was applied for, as the catalogue called it then. */
  readonly itemCode: string;
  readonly outcome: PastCaseOutcome;
  /** 一人通办事项. */
  readonly oneStop: boolean;
  /** 事后追加材料. */
  readonly askedLater: boolean;
  readonly openedAt: Date;
  /** By when it was to be decided; this and what follows are of one that was delivered, and null of others. */
  readonly dueAt: Date | null;
  readonly decidedAt: Date | null;
  readonly deliveredAt: Date | null;
  /** 一次办成. */
  readonly oneVisit: boolean | null;
  /** 一人通办, of an item that one clerk completes. */
  readonly alone: boolean | null;
  readonly satisfaction: Satisfaction | null;
  readonly ratedAt: Date | null;
}

/** What is said of it. */
export type PastServiceCaseSaid = SaidOf<PastServiceCase>;

const OF_DELIVERED = ['dueAt', 'decidedAt', 'deliveredAt', 'oneVisit'] as const;

/** Why what is said of it does not go together. */
function unfit(said: PastServiceCaseSaid): DomainError | undefined {
  const isDelivered = said.outcome === 'delivered';
  const wrong = OF_DELIVERED.find((name) => (said[name] !== null) !== isDelivered);
  if (wrong) return refusePastServiceCase('past_service_case.delivery_unfit', {}, `/${wrong}`);
  if ((said.alone !== null) !== (isDelivered && said.oneStop)) return refusePastServiceCase('past_service_case.alone_unfit', {}, '/alone');
  const isRated = said.ratedAt !== null;
  if (isRated !== (said.satisfaction !== null) || (isRated && !isDelivered))
    return refusePastServiceCase('past_service_case.rating_unfit', {}, '/satisfaction');
  return undefined;
}

/** Why it cannot be: it went from being opened to being rated in that order, and before now. */
export function faultOfPast(said: PastServiceCaseSaid, now: Date): DomainError | undefined {
  const fault = unfit(said);
  if (fault) return fault;
  const { openedAt, decidedAt, deliveredAt, ratedAt } = said;
  let before = openedAt;
  for (const [name, at] of Object.entries({ openedAt, decidedAt, deliveredAt, ratedAt })) {
    if (at === null) continue;
    if (at > now) return refusePastServiceCase('past_service_case.in_future', {}, `/${name}`);
    if (at < before) return refusePastServiceCase('past_service_case.out_of_order', {}, `/${name}`);
    before = at;
  }
  if (said.dueAt !== null && said.dueAt < openedAt) return refusePastServiceCase('past_service_case.out_of_order', {}, '/dueAt');
  return undefined;
}

/** What its past is made of. */
export const SAID = [
  ...(['areaCode', 'itemCode', 'outcome', 'oneStop', 'askedLater', 'openedAt'] as const),
  ...OF_DELIVERED,
  ...(['alone', 'satisfaction', 'ratedAt'] as const),
] satisfies readonly (keyof PastServiceCaseSaid)[];

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What is told of it: what figures of service cases are made of. */
export const toldOf = (found: PastServiceCase, now: Date): EventData<'intake.past-service-case.imported.v1'> => ({
  ...{ pastServiceCaseId: found.id, areaCode: found.areaCode, itemCode: found.itemCode, at: now.toISOString() },
  ...{ openedAt: found.openedAt.toISOString(), askedLater: found.askedLater, oneStop: found.oneStop, deliveredAt: text(found.deliveredAt) },
  inTime: found.decidedAt !== null && found.dueAt !== null && found.decidedAt <= found.dueAt,
  ...{ oneVisit: found.oneVisit === true, alone: found.alone === true, ratedAt: text(found.ratedAt), satisfaction: found.satisfaction },
});
