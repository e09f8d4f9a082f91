import { dueAt, readable } from '@zero-distance/calendar';
import type { EventData, WhistleResult, WorkOrderType } from '@zero-distance/contracts';
import {
  type ActingOrganisation,
  actsFor,
  type DomainError,
  err,
  MINUTE_MS,
  newId,
  ok,
  type Result,
  type Told,
} from '@zero-distance/kernel';
import type { DecisionContext } from '../../reference/reference.js';
import type { WorkOrder } from '../work-order/work-order.js';
import { refuseWhistle } from './whistle.errors.js';
import type { Subject, WhistleEventType, WhistleState } from './whistle.transitions.js';

/** 被哨单位: one that was summoned, and how it came. */
export interface Summons {
  readonly organisationId: string;
  /** ISO 8601; null while it has not arrived. */
  readonly arrivedAt: string | null;
  readonly onTime: boolean | null;
  /** What the street gives it, and what it gives the street, from 1 to the policy `mark-scale`. */
  readonly mark: number | null;
  readonly markOfCaller: number | null;
}

/** 吹哨报到: a street summons departments to a matter, at a place and a time. */
export interface Whistle {
  readonly id: string;
  readonly version: number;
  readonly state: WhistleState;
  readonly workOrderId: string;
  readonly sourceId: string;
  readonly type: WorkOrderType;
  /** Number and category of its order, which the database keeps as the order's are. */
  readonly sourceNumber: string | null;
  readonly categoryCode: string;
  readonly areaCode: string;
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
  /** As the order's: nobody is told of it. */
  readonly confidential: boolean;
  /** The street. */
  readonly organisationId: string;
  readonly place: string;
  readonly meetAt: Date;
  /** Nobody arrives before that; null of those called before it was kept. */
  readonly arriveFrom: Date | null;
  /** Who arrives after that is late. */
  readonly arriveBy: Date;
  readonly summoned: readonly Summons[];
  readonly openedAt: Date;
  /** When it was told who had not arrived in time. */
  readonly missedAt: Date | null;
  /** By when the street says what came of it, and when it was told that it had not. */
  readonly concludeBy: Date;
  readonly remindedAt: Date | null;
  readonly result: WhistleResult | null;
  readonly concludedAt: Date | null;
}

/** What a street says when it whistles. */
interface Call {
  readonly organisationId: string;
  readonly summoned: readonly string[];
  readonly place: string;
  readonly meetAt: Date;
}

/** 吹哨. */
export function whistle(order: WorkOrder, { organisationId, summoned, place, meetAt }: Call, context: DecisionContext): Whistle {
  const { id, sourceId, sourceNumber, categoryCode, type, areaCode, barredOrganisationIds, barredAccountIds, confidential } = order;
  return {
    id: newId(),
    version: 1,
    state: 'called',
    workOrderId: id,
    sourceId,
    type,
    sourceNumber,
    categoryCode,
    areaCode,
    barredOrganisationIds,
    barredAccountIds,
    confidential: confidential !== false, // not known of old orders
    organisationId,
    place,
    ...meeting(meetAt, context),
    summoned: summoned.map((one) => ({ organisationId: one, arrivedAt: null, onTime: null, mark: null, markOfCaller: null })),
    openedAt: context.now,
    missedAt: null,
    remindedAt: null,
    result: null,
    concludedAt: null,
  };
}

/** When they meet, and what is reckoned from then. */
type Meeting = Pick<Whistle, 'meetAt' | 'arriveFrom' | 'arriveBy' | 'concludeBy'>;

function meeting(meetAt: Date, { policies, calendar }: DecisionContext): Meeting {
  const arriveFrom = new Date(meetAt.getTime() - policies['arrival-early-minutes'] * MINUTE_MS);
  const arriveBy = dueAt(meetAt, policies['arrival-limit'], calendar).at;
  return { meetAt, arriveFrom, arriveBy, concludeBy: dueAt(arriveBy, policies['conclusion-limit'], calendar).at };
}

/** 改期、改地点: refused where nothing changes. What is due is reckoned anew from the time they meet now. */
export function moved(
  found: Whistle,
  { place, meetAt }: Partial<Pick<Whistle, 'place' | 'meetAt'>>,
  context: DecisionContext,
): Result<Partial<Whistle>> {
  const isSame = (place ?? found.place) === found.place && (meetAt ?? found.meetAt).getTime() === found.meetAt.getTime();
  if (isSame) return err(refuseWhistle('whistle.same_meeting'));
  return ok({ place: place ?? found.place, ...(meetAt && meeting(meetAt, context)) });
}

/** 改期、改地点 as the history keeps it: where and when it was, and is, and why. */
export function movedInWords(before: Whistle, after: Pick<Whistle, 'place' | 'meetAt'>, reason: string): string {
  const [was, is] = [before, after].map(({ place, meetAt }) => `${readable(meetAt)} ${place}`);
  return `${was} → ${is}：${reason}`;
}

type Place = Pick<Whistle, 'areaCode' | 'barredOrganisationIds' | 'barredAccountIds' | 'confidential'>;

/** Whether it lies there already, and is hidden from just these. */
export const isPlacedAs = (found: Whistle, place: Place): boolean => JSON.stringify(placeOf(found)) === JSON.stringify(placeOf(place));

const placeOf = ({ areaCode, barredOrganisationIds, barredAccountIds, confidential }: Place): Place => ({
  areaCode,
  barredOrganisationIds,
  barredAccountIds,
  confidential,
});

/** The list with one of them changed. */
export const withSummons = ({ summoned }: Whistle, organisationId: string | undefined, changes: Partial<Summons>): Summons[] =>
  summoned.map((one) => (one.organisationId === organisationId ? { ...one, ...changes } : one));

/** Who has not arrived. */
export const absent = ({ summoned }: Pick<Whistle, 'summoned'>): string[] =>
  summoned.filter(({ arrivedAt }) => arrivedAt === null).map(({ organisationId }) => organisationId);

/** True when somebody should have arrived and has not. */
export const isOverdue = (found: Whistle, now: Date): boolean =>
  found.state === 'called' && found.arriveBy <= now && absent(found).length > 0;

/** True when the street should have said what came of it and has not. */
export const isUnconcluded = ({ state, concludeBy }: Whistle, now: Date): boolean => state === 'called' && concludeBy <= now;

/** The summons that a caller answers: of several, as of a successor of two that were summoned, one to which nobody has come yet. */
export function ownSummons({ summoned }: Pick<Whistle, 'summoned'>, caller: ActingOrganisation | undefined): Summons | undefined {
  const own = summoned.filter(({ organisationId }) => actsFor(caller, organisationId));
  return own.find(({ arrivedAt }) => arrivedAt === null) ?? own[0];
}

/** Why nobody arrives yet: it is long until they meet. */
export const tooEarly = ({ arriveFrom }: Whistle, now: Date): DomainError | undefined =>
  arriveFrom && now < arriveFrom ? refuseWhistle('whistle.too_early', { from: arriveFrom.toISOString() }) : undefined;

/** Why it is not concluded yet: they have not met, and not all are there. */
export const notMetYet = (found: Whistle, now: Date): DomainError | undefined =>
  now < found.meetAt && absent(found).length > 0 ? refuseWhistle('whistle.not_met_yet', { from: found.meetAt.toISOString() }) : undefined;

/** What the guards of the state table look at, at a moment. */
export function subjectOf(found: Whistle, caller: ActingOrganisation | undefined, now: Date): Subject {
  const own = ownSummons(found, caller);
  const { arriveBy, summoned } = found;
  return {
    isCaller: actsFor(caller, found.organisationId),
    isSummoned: own !== undefined,
    hasArrived: own?.arrivedAt != null,
    isAhead: now < arriveBy && absent(found).length === summoned.length,
  };
}

const brief = (found: Whistle, { at }: Told<Whistle>) => ({
  whistleId: found.id,
  workOrderId: found.workOrderId,
  sourceId: found.sourceId,
  type: found.type,
  areaCode: found.areaCode,
  leadOrganisationId: found.organisationId,
  coOrganisationIds: found.summoned.map(({ organisationId }) => organisationId),
  confidential: found.confidential,
  ...(found.barredOrganisationIds && { barredOrganisationIds: [...found.barredOrganisationIds] }),
  ...(found.barredAccountIds && { barredAccountIds: [...found.barredAccountIds] }),
  at: at.toISOString(),
});

/** Who arrived, or is marked, with a step: the one that differs. */
function changed(after: Whistle, before: Whistle | null): Summons {
  const found = after.summoned.find((one, i) => JSON.stringify(one) !== JSON.stringify(before?.summoned[i]));
  if (!found) throw new Error('nobody arrived and nobody was marked');
  return found;
}

/** The data of each event, from the whistle after the step. */
export const WHISTLE_EVENTS: { readonly [E in WhistleEventType]: (after: Whistle, told: Told<Whistle>) => EventData<E> } = {
  'dispatch.whistle.called.v1': (after, told) => ({
    ...brief(after, told),
    meetAt: after.meetAt.toISOString(),
    arriveBy: after.arriveBy.toISOString(),
  }),
  'dispatch.whistle.moved.v1': (after, told) => ({
    ...brief(after, told),
    meetAt: after.meetAt.toISOString(),
    arriveBy: after.arriveBy.toISOString(),
  }),
  'dispatch.whistle.arrived.v1': (after, told) => {
    const { organisationId, onTime } = changed(after, told.before);
    return { ...brief(after, told), coOrganisationId: organisationId, onTime: onTime === true };
  },
  'dispatch.whistle.missed.v1': (after, told) => ({ ...brief(after, told), absentOrganisationIds: absent(after) }),
  'dispatch.whistle.concluded.v1': (after, told) => ({
    ...brief(after, told),
    result: after.result as WhistleResult,
    absentOrganisationIds: absent(after),
  }),
  'dispatch.whistle.reminded.v1': (after, told) => ({ ...brief(after, told), concludeBy: after.concludeBy.toISOString() }),
  'dispatch.whistle.corrected.v1': brief,
  'dispatch.whistle.cancelled.v1': brief,
  'dispatch.whistle.marked.v1': (after, told) => ({ ...brief(after, told), coOrganisationId: changed(after, told.before).organisationId }),
};
