import type { ClerkQualificationDto } from './clerk-qualification.dto.js';
import type { ClerkQualification } from './clerk-qualification.js';

/** A qualification as the API answers it. */
export const toClerkQualificationDto = ({ id: _, key: __, ...found }: ClerkQualification): ClerkQualificationDto => ({ ...found });
