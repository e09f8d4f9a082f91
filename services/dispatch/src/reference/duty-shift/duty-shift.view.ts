import type { DutyShiftDto } from './duty-shift.dto.js';
import type { DutyShift } from './duty-shift.js';

/** A shift as the API answers it, its number masked. */
export const toDutyShiftDto = (shift: DutyShift): DutyShiftDto => ({
  code: shift.code,
  organisation: shift.organisationCode,
  areaCode: shift.areaCode,
  name: shift.name,
  post: shift.post,
  phone: shift.phoneMasked,
  startsAt: shift.startsAt.toISOString(),
  endsAt: shift.endsAt.toISOString(),
  cancelled: shift.cancelled,
  version: shift.version,
});
