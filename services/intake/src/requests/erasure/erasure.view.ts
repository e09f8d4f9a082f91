import type { Request } from '../request/request.js';
import type { ErasedPartDto, ErasureProofDto } from './erasure.dto.js';
import { type ErasureBasis, type ErasurePart, type ErasureRecord, erasersOf, type remainsOf } from './erasure.js';

/** The proof of an erasure as the API answers it: nothing of what was erased. */
export function toProofDto(
  { id, number, kind }: Request,
  record: ErasureRecord,
  parts: readonly ErasurePart[],
  remains: ReturnType<typeof remainsOf>,
): ErasureProofDto {
  const services = erasersOf(kind).map((service) =>
    toPartDto(
      service,
      parts.find((part) => part.service === service),
    ),
  );
  return {
    requestId: id,
    number,
    basis: record.basis as ErasureBasis,
    evidence: record.evidence,
    erasedBy: record.actorId,
    accessRecordId: record.id,
    erasedAt: record.at.toISOString(),
    complete: services.every(({ goneAt }) => goneAt !== null),
    services,
    remains: remains.map(({ place, until }) => ({ place, until: until.toISOString() })),
  };
}

const toPartDto = (service: ErasurePart['service'], part?: ErasurePart): ErasedPartDto => ({
  service,
  goneAt: part?.goneAt?.toISOString() ?? null,
  removed: part ? part.removed.map(({ place, count }) => ({ place, count })) : [],
  kept: part ? part.kept.map(({ place, until }) => ({ place, until })) : [],
});
