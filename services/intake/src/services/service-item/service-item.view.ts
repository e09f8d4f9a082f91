import type { ServiceItemDto } from './service-item.dto.js';
import type { ServiceItem } from './service-item.js';

/** A service item as the API answers it. */
export const toServiceItemDto = ({ id: _, eligibleGroups, materials, steps, places, ...item }: ServiceItem): ServiceItemDto => ({
  ...item,
  eligibleGroups: [...eligibleGroups],
  materials: [...materials],
  steps: [...steps],
  places: [...places],
});
