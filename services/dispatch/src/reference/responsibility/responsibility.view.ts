import type { ReferenceSnapshot } from '../reference.js';
import type { Responsibility } from '../responsibility.js';
import type { ResponsibilityDto } from './responsibility.dto.js';

/** An entry as the API answers it: organisations by their codes. */
export function toDto(organisations: ReferenceSnapshot, entry: Responsibility): ResponsibilityDto {
  const codeOf = (id: string) => organisations.organisationById(id).code;
  return {
    id: entry.id,
    code: entry.code,
    version: entry.version,
    categoryPrefix: entry.categoryPrefix,
    areaPrefix: entry.areaPrefix,
    leadOrganisation: codeOf(entry.leadOrganisationId),
    coOrganisations: entry.coOrganisationIds.map(codeOf),
    effectiveFrom: entry.effectiveFrom.toISOString(),
    effectiveTo: entry.effectiveTo?.toISOString() ?? null,
    note: entry.note ?? null,
  };
}
