import type { Service } from '@zero-distance/contracts';
import type { RenditionDto } from './rendition.dto.js';
import type { Rendition } from './rendition.js';

/** A rendition as the API answers it. */
export const toRenditionDto = (service: Service, { id, askedAt, decidedAt, ...rendition }: Rendition): RenditionDto => ({
  ...rendition,
  renditionId: id,
  publicPath: rendition.state === 'approved' ? `/api/${service}/v1/public/renditions/${id}` : null,
  askedAt: askedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});
