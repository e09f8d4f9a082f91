import type { Actor } from '@zero-distance/kernel';
import { isStreet, type Organisation } from '../../reference/organisation.js';
import { isFinished, type WorkOrder } from './work-order.js';

/** 吹哨 and 督办单: what is begun of an order and has a life of its own. */
export const ORDER_OPENINGS = ['whistle', 'supervision-order'] as const;
export type OrderOpening = (typeof ORDER_OPENINGS)[number];

/** What the caller may begin of an open order: a street whistles, leaders and the centre hold its lead to account. @param acting for whom the caller acts */
export function openingsOf(
  order: Pick<WorkOrder, 'state' | 'leadOrganisationId'>,
  { roles }: Pick<Actor, 'roles'>,
  acting: Pick<Organisation, 'kind'> | undefined,
): OrderOpening[] {
  if (isFinished(order)) return [];
  const may: Readonly<Record<OrderOpening, boolean>> = {
    whistle: roles.includes('handler') && acting !== undefined && isStreet(acting),
    'supervision-order': order.leadOrganisationId !== null && (roles.includes('dispatcher') || roles.includes('leader')),
  };
  return ORDER_OPENINGS.filter((opening) => may[opening]);
}
