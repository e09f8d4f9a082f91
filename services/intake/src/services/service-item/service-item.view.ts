import type { ServiceItemDto } from './service-item.dto.js';

/** A service item as the API answers it. */
export const toServiceItemDto = ({ id: _, ...item }: ServiceItemDto & { readonly id: string }): ServiceItemDto => item;
