import type { OrderedService, Request } from './request.js';

type Ordered = Pick<Request, 'service' | 'residentId'>;

/** Whether one answer can do for both: nothing was ordered by either, or the same service for the same resident, for a time that both want. */
export function areOfOneService(one: Ordered, other: Ordered): boolean {
  if (one.service === null || other.service === null) return one.service === other.service;
  const isForOne = one.residentId !== null && one.residentId === other.residentId;
  return isForOne && one.service.itemCode === other.service.itemCode && areWantedTogether(one.service, other.service);
}

type Wanted = Pick<OrderedService, 'from' | 'until'>;

/** Neither says when, or both say and their times have a moment in common: one visit cannot serve somebody today and in two weeks. */
function areWantedTogether(one: Wanted, other: Wanted): boolean {
  if (isAnyTime(one) || isAnyTime(other)) return isAnyTime(one) && isAnyTime(other);
  return beginOf(one) <= endOf(other) && beginOf(other) <= endOf(one);
}

const isAnyTime = ({ from, until }: Wanted): boolean => from === undefined && until === undefined;
const beginOf = ({ from }: Wanted): number => (from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from));
const endOf = ({ until }: Wanted): number => (until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until));
