import { isAroundTheClock } from './opening.js';
import type { ServicePointDto } from './service-point.dto.js';
import type { ServicePoint, ServicePointState } from './service-point.js';

/** A service point as the API answers it. */
export const toServicePointDto = (
  { id: _, facilities, standards, hours, ...point }: ServicePoint,
  state: ServicePointState,
): ServicePointDto => ({
  ...point,
  facilities: [...facilities],
  standards: [...standards],
  hours: [...hours],
  aroundTheClock: isAroundTheClock({ ...point, hours }),
  freeBays: state.freeBays,
  baysCountedAt: state.baysCountedAt?.toISOString() ?? null,
});
