import type { ResidentGroupDto } from './resident-group.dto.js';
import type { ResidentGroup } from './resident-group.js';

/** A group as the API answers it. */
export const toResidentGroupDto = ({ id: _, ...group }: ResidentGroup): ResidentGroupDto => group;
