import type { Calendar } from '@zero-distance/calendar';
import type { Facility, ServicePointKind } from '@zero-distance/contracts';
import { metresBetween } from '../../requests/duplicate/duplicate.js';
import type { Position } from '../../requests/request/point.js';
import { openAt } from '../service-point/opening.js';
import { freeBaysNow, positionOf, type ServicePoint, type ServicePointState } from '../service-point/service-point.js';

/** What somebody looks for. */
export interface Sought {
  /** Where they are; undefined when they do not say. */
  readonly from: Position | undefined;
  /** Of this kind only; undefined for any. */
  readonly kind?: ServicePointKind;
  /** 现在开放: only what is open now. */
  readonly openNow: boolean;
  /** 有空余车位: only where a bay is known to be free now. */
  readonly freeBay: boolean;
}

/** A service point as somebody finds it who needs one now. */
export interface NearbyPoint {
  readonly point: ServicePoint;
  /** How far away; null for who does not say where they are. */
  readonly metres: number | null;
  readonly open: boolean;
  /** When it closes, or opens next; null when that is not in sight. */
  readonly changesAt: Date | null;
  readonly freeBays: number | null;
  /** 停用的设施: what somebody of the staff has found broken. */
  readonly outOfOrder: readonly Facility[];
}

/** What is there now. */
interface Now {
  readonly now: Date;
  readonly calendar: Calendar;
  readonly stateOf: (code: string) => ServicePointState;
  readonly bayMinutes: number;
  readonly brokenOf: (code: string) => readonly Facility[];
}

/** 就近查找: those that are looked for, the nearest first; as they come for who does not say where they are. */
export function nearest(points: readonly ServicePoint[], { from, kind, openNow, freeBay }: Sought, there: Now): NearbyPoint[] {
  const found = points
    .filter((point) => kind === undefined || point.kind === kind)
    .map((point) => seenNow(point, from, there))
    .filter(({ open, freeBays }) => (open || !openNow) && (!freeBay || (freeBays ?? 0) > 0));
  return from ? found.sort((one, other) => (one.metres ?? 0) - (other.metres ?? 0)) : found;
}

function seenNow(point: ServicePoint, from: Position | undefined, { now, calendar, stateOf, bayMinutes, brokenOf }: Now): NearbyPoint {
  return {
    point,
    metres: from ? Math.round(metresBetween(from, positionOf(point))) : null,
    ...openAt(point, now, calendar),
    freeBays: freeBaysNow(stateOf(point.code), now, bayMinutes),
    outOfOrder: brokenOf(point.code),
  };
}
