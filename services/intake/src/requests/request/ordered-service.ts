import type { Request } from './request.js';

type Ordered = Pick<Request, 'service' | 'residentId'>;

/** Whether one answer can do for both: nothing was ordered by either, or the same service for the same resident. */
export const areOfOneService = (one: Ordered, other: Ordered): boolean =>
  one.service?.itemCode === other.service?.itemCode &&
  (one.service === null || (one.residentId !== null && one.residentId === other.residentId));
