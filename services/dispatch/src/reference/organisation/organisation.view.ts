import type { Organisation } from '../organisation.js';
import type { OrganisationDto } from './organisation.dto.js';

/** An organisation as the API answers it. */
export const toOrganisationDto = (organisation: Organisation): OrganisationDto => ({
  id: organisation.id,
  code: organisation.code,
  name: organisation.name,
  kind: organisation.kind,
  areaCode: organisation.areaCode,
  parentOrganisation: organisation.parentOrganisation,
  retiredAt: organisation.retiredAt?.toISOString() ?? null,
  successorOrganisation: organisation.successorOrganisation,
  version: organisation.version,
});
