import { DELIVERIES, type Delivery } from '@zero-distance/contracts';
import { isFew } from '../../people/group-coverage/group-coverage.js';

/** 五送惠及: what was held of one of the five deliveries, or of all, and who came. */
export interface Reached {
  /** Null: of all five, each person once. */
  readonly delivery: Delivery | null;
  readonly sessions: number;
  /** 人次: who came, as often as they came. */
  readonly attendances: number;
  /** 人数: who came, once each. */
  readonly people: number;
}

/** 惠及 as it is shown: of a few people nothing is told but that there are some. How many sessions there were says nothing of them. */
export function reachedOf(reached: Reached, minimum: number) {
  if (isFew(reached.people, minimum)) return { ...reached, attendances: null, people: null, withheld: true };
  return { ...reached, withheld: false };
}

const nobody = (delivery: Delivery | null): Reached => ({ delivery, sessions: 0, attendances: 0, people: 0 });

/** All five in their order, also those that nothing was held of, and what they are together. */
export function byDelivery(counted: readonly Reached[]): { readonly all: Reached; readonly deliveries: Reached[] } {
  const of = (delivery: Delivery | null) => counted.find((one) => one.delivery === delivery) ?? nobody(delivery);
  return { all: of(null), deliveries: DELIVERIES.map(of) };
}
