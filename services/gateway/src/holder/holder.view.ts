import type { HolderDto, HolderInput } from './holder.dto.js';
import type { Holder, HolderRow } from './holder.js';

/** What accounts and clients have in common, as the API answers it. */
export const toHolderDto = ({ scopes, roles, area, org, disabledAt }: HolderRow): HolderDto => ({
  scopes: [...scopes],
  roles: [...roles],
  areaCode: area === '' ? null : area,
  organisation: org,
  state: disabledAt ? 'disabled' : 'enabled',
  disabledAt: disabledAt?.toISOString() ?? null,
});

/** What a caller gives, as it is kept. */
export const toHolder = ({ scopes, roles, areaCode = '', organisation }: HolderInput): Holder => ({
  scopes,
  roles,
  area: areaCode,
  org: organisation ?? null,
});
