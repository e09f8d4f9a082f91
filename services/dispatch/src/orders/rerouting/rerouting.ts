import { dateOf, startOf } from '@zero-distance/calendar';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { Responsibility, ResponsibilityList } from '../../reference/responsibility.js';
import { routeByList } from '../work-order/routing.js';
import type { WorkOrder } from '../work-order/work-order.js';

/** The first instant of a month and of the next. @param month `YYYY-MM` */
export function monthOf(month: string): { readonly from: Date; readonly to: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: startOf(`${month}-01`), to: startOf(`${next}-01`) };
}

/** `YYYY-MM` of the month before that of `now`, in Shanghai. */
export function lastMonth(now: Date): string {
  const [year = 0, number = 0] = dateOf(now).split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** What a change of the list is tried on. */
export type Tried = Pick<
  WorkOrder,
  'id' | 'sourceNumber' | 'categoryCode' | 'areaCode' | 'barredOrganisationIds' | 'service' | 'leadOrganisationId' | 'openedAt'
>;

/** An order that a change of the list would have given to somebody else; null is nobody, so that the centre designates. */
export interface Rerouted {
  readonly order: Tried;
  readonly byList: string | null;
  readonly byProposal: string | null;
}

/** Tries a change on an order: by the list as it is at a time, and with the proposed entry in force. Undefined when both come to the same lead. */
export function reroute(order: Tried, reference: ReferenceSnapshot, proposed: ResponsibilityList, at: Date): Rerouted | undefined {
  const byList = routeByList(reference, order, at).assignment?.leadOrganisationId ?? null;
  const byProposal = routeByList(reference, order, at, proposed).assignment?.leadOrganisationId ?? null;
  return byList === byProposal ? undefined : { order, byList, byProposal };
}

/** What of categories and areas a change can concern: that of the entry as it is, and as proposed. */
export const concerned = (entries: readonly Responsibility[]): { readonly categories: string[]; readonly areas: string[] } => ({
  categories: entries.map(({ categoryPrefix }) => categoryPrefix),
  areas: entries.map(({ areaPrefix }) => areaPrefix),
});
