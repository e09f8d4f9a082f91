import type { Service } from '@zero-distance/contracts';
import type { AwaitingRenditionDto, RenditionDto } from './rendition.dto.js';
import type { Rendition } from './rendition.js';
import type { Awaiting } from './rendition.store.js';

/** Where anybody sees a rendition. */
export const publicPathOf = (service: Service, id: string): string => `/api/${service}/v1/public/renditions/${id}`;

/** A rendition as the API answers it. */
export const toRenditionDto = (
  service: Service,
  { id, askedAt, decidedAt, subjectId: _subject, matterId: _matter, areaCode: _area, ...rendition }: Rendition,
): RenditionDto => ({
  ...rendition,
  renditionId: id,
  publicPath: rendition.state === 'approved' ? publicPathOf(service, id) : null,
  askedAt: askedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

/** One that waits, with what it shows something of. */
export const toAwaitingDto = (service: Service, row: Awaiting): AwaitingRenditionDto => ({
  ...toRenditionDto(service, row),
  subjectId: row.subjectId,
  areaCode: row.areaCode,
});
