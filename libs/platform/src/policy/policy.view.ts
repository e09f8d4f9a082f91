import type { PolicyVersion } from '@zero-distance/kernel';
import type { PolicyDto } from './policy.dto.js';

/** A value of a policy as the API answers it. */
export const toPolicyDto = ({ name, version, value, reason, setBy, setAt }: PolicyVersion): PolicyDto => ({
  name,
  version,
  value,
  reason: reason ?? null,
  setBy: setBy ?? null,
  setAt: setAt?.toISOString() ?? null,
});
