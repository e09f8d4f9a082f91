import { defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { ClerkQualificationEntity } from './clerk-qualification.entity.js';

/** Its changes are told to nobody: whether a case was completed alone is told with the case. */
export const CLERK_QUALIFICATIONS = defineRegister({
  entity: ClerkQualificationEntity,
  key: 'key',
  visible: { by: 'area', column: 'area_code', organisation: 'organisation' },
  filters: { clerkId: 'clerk_id', itemCode: 'item_code' },
  lies: { in: 'areaCode', service: 'intake' },
  unique: 'clerk_qualification_key_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
});
