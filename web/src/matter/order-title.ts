import type { DispatchSchemas } from '../api/services';
import type { Registers } from '../desk/registers';

type Titled = Pick<DispatchSchemas['WorkOrderDto'], 'title' | 'sourceNumber' | 'type' | 'facilityFault'>;

/** What an order is called: of a request as this is, of what is broken by that and where, of others by their kind. */
export function orderTitle({ title, sourceNumber, type, facilityFault }: Titled, registers: Registers): string {
  const broken = facilityFault && `${facilityFault.name} · ${registers.word('facility', facilityFault.facility)}`;
  return title ?? broken ?? sourceNumber ?? registers.word('work-order-type', type);
}
