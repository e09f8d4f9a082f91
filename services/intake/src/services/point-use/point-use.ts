import { startOf } from '@zero-distance/calendar';
import type { EventData, UseMethod } from '@zero-distance/contracts';
import { DAY_MS, HOUR_MS, newId, type Told } from '@zero-distance/kernel';
import type { PointUseEventType, PointUseState } from './point-use.transitions.js';

/** 阵地使用: how often a service point was used on a day, or in some hours of it, and how that was counted. Nobody who used it is known. */
export interface PointUse {
  readonly id: string;
  readonly version: number;
  readonly state: PointUseState;
  readonly servicePointCode: string;
  /** Where its service point lies now: who looks after that sees it, and sets it right. */
  readonly areaCode: string;
  /** In which area it counts: the one that the point lay in on the day. */
  readonly countedIn: string;
  /** Who runs the service point; null while that is not known here. */
  readonly organisationId: string | null;
  /** In the district. */
  readonly day: string;
  /** From which hour up to which; null of a whole day. */
  readonly fromHour: number | null;
  readonly toHour: number | null;
  readonly uses: number;
  readonly method: UseMethod;
  /** What was said first, of one that was set right; null of one that was not. */
  readonly firstUses: number | null;
  readonly firstMethod: UseMethod | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** By when it may be set right. */
  readonly correctableUntil: Date;
}

/** When somebody counted: a whole day, or hours of it. */
export type Span = Pick<PointUse, 'day' | 'fromHour' | 'toHour'>;

/** What is counted. */
export type Counted = Pick<PointUse, 'uses' | 'method'>;

/** How many are the most of one count: a figure of more is a slip of the keyboard. */
export const MOST_USES = 20_000;

/** No service point is older: an earlier day is a slip in the year. */
export const FIRST_DAY = '2000-01-01';

/** What is wrong with a span of time: nobody has counted what has not begun. */
export function spanFault({ day, fromHour, toHour }: Span, now: Date): 'hours' | 'not-yet' | 'too-early' | undefined {
  if (day < FIRST_DAY) return 'too-early';
  if ((fromHour === null) !== (toHour === null) || (fromHour !== null && toHour !== null && fromHour >= toHour)) return 'hours';
  return startOf(day).getTime() + (fromHour ?? 0) * HOUR_MS > now.getTime() ? 'not-yet' : undefined;
}

/** Whether two spans of one day have an hour in common: it would count twice. */
export const overlaps = (a: Span, b: Span): boolean => (a.fromHour ?? 0) < (b.toHour ?? 24) && (b.fromHour ?? 0) < (a.toHour ?? 24);

/** Whether it is the same count, sent again. */
export const isSame = (a: Span & Counted, b: Span & Counted): boolean =>
  a.fromHour === b.fromHour && a.toHour === b.toHour && a.uses === b.uses && a.method === b.method;

/** Whether it is what a count said before it was set right: the file of its period, sent again. */
export const isSaidFirst = (use: PointUse, said: Span & Counted): boolean =>
  use.firstUses !== null && use.firstMethod !== null && isSame({ ...use, uses: use.firstUses, method: use.firstMethod }, said);

/** What is another once it was set right. */
export const recounted = ({ uses, method }: Counted, said: Counted): Partial<PointUse> => ({
  ...said,
  firstUses: uses,
  firstMethod: method,
});

/** How long it may be set right. */
interface Waits {
  readonly 'use-correction-days': number;
}

/** Where it was counted, and by whom. */
type Where = Pick<PointUse, 'servicePointCode' | 'areaCode' | 'countedIn' | 'organisationId' | 'recordedBy'>;

export const recordUse = (said: Span & Counted, where: Where, now: Date, waits: Waits): PointUse => ({
  ...{ id: newId(now.getTime()), version: 1, state: 'recorded', ...where, ...said, firstUses: null, firstMethod: null, recordedAt: now },
  correctableUntil: new Date(now.getTime() + waits['use-correction-days'] * DAY_MS),
});

const told = (use: PointUse, { at }: Told<PointUse>): EventData<'intake.service-point.used.v1'> => ({
  ...{ pointUseId: use.id, servicePointCode: use.servicePointCode, day: use.day },
  ...(use.fromHour !== null && use.toHour !== null && { fromHour: use.fromHour, toHour: use.toHour }),
  ...{ uses: use.uses, method: use.method, areaCode: use.countedIn, at: at.toISOString() },
});

/** The data of each event, from the count after the step. */
export const POINT_USE_EVENTS: { readonly [E in PointUseEventType]: (after: PointUse, told: Told<PointUse>) => EventData<E> } = {
  'intake.service-point.used.v1': told,
  'intake.service-point.recounted.v1': told,
};
