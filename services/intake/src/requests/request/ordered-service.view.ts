import type { OrderedServiceDto } from './ordered-service.dto.js';
import type { OrderedService } from './request.js';

/** The ordered service as the API answers it. */
export const toOrderedServiceDto = (service: OrderedService | null): OrderedServiceDto | null =>
  service && {
    itemCode: service.itemCode,
    itemVersion: service.itemVersion,
    limitWorkingDays: service.limitWorkingDays,
    from: service.from ?? null,
    until: service.until ?? null,
  };
