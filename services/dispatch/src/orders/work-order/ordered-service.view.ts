import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { AppointmentDto } from './appointment.dto.js';
import type { OrderedServiceDto } from './ordered-service.dto.js';
import type { WorkOrder } from './work-order.js';

/** The ordered service as the API answers it. */
export function toOrderedServiceDto({ service }: WorkOrder, reference: ReferenceSnapshot): OrderedServiceDto | null {
  if (service === null) return null;
  const { itemCode, itemVersion, organisationId, limitWorkingDays, from = null, until = null } = service;
  return { itemCode, itemVersion, limitWorkingDays, from, until, provider: reference.party(reference.inBeing(organisationId).id) };
}

/** 约定时间. */
export const toAppointmentDto = ({ appointedFrom, appointedUntil }: WorkOrder): AppointmentDto | null =>
  appointedFrom === null || appointedUntil === null ? null : { from: appointedFrom.toISOString(), until: appointedUntil.toISOString() };
