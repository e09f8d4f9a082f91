import type { AreaBoundaryDto } from './area-boundary.dto.js';
import type { RegisteredBoundary } from './area-boundary.js';

/** A boundary as the API answers it. */
export const toAreaBoundaryDto = ({ id, code, geometry, version }: RegisteredBoundary, successorArea: string | null): AreaBoundaryDto => ({
  type: 'Feature',
  id,
  properties: { code, successorArea },
  geometry,
  version,
});
