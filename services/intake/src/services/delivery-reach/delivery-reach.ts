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

/** 惠及 as it is shown. How many sessions there were says nothing of who came. */
const shownOf = (reached: Reached, withheld: boolean) =>
  withheld ? { ...reached, attendances: null, people: null, withheld } : { ...reached, withheld };

/**
 * 惠及 as it is shown: of a few people nothing is told but that there are some, and of so many deliveries more, the smallest first, that what all have beyond
 * those that are shown is not of a few people either.
 */
export function shownReach(counted: readonly Reached[], minimum: number) {
  const { all, deliveries } = byDelivery(counted);
  const withheld = new Set(deliveries.filter(({ people }) => isFew(people, minimum)));
  const hidden = (): number => [...withheld].reduce((sum, { people }) => sum + people, 0);
  const shown = deliveries.filter((one) => one.people > 0 && !withheld.has(one)).toSorted((one, other) => one.people - other.people);
  while (isFew(hidden(), minimum) || withheld.size === 1) {
    const next = shown.shift();
    if (!next) break;
    withheld.add(next);
  }
  return { all: shownOf(all, isFew(all.people, minimum)), deliveries: deliveries.map((one) => shownOf(one, withheld.has(one))) };
}

const nobody = (delivery: Delivery | null): Reached => ({ delivery, sessions: 0, attendances: 0, people: 0 });

/** All five in their order, also those that nothing was held of, and what they are together. */
function byDelivery(counted: readonly Reached[]): { readonly all: Reached; readonly deliveries: Reached[] } {
  const of = (delivery: Delivery | null) => counted.find((one) => one.delivery === delivery) ?? nobody(delivery);
  return { all: of(null), deliveries: DELIVERIES.map(of) };
}
