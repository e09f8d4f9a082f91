import type { HolderInput } from '../holder/holder.dto.js';
import type { Holder } from '../holder/holder.js';
import type { AccountDto, SessionDto } from './account.dto.js';
import type { ManagedAccount } from './account.js';

/** An account as the API answers it. */
export const toAccountDto = ({
  id,
  version,
  username,
  name,
  scopes,
  roles,
  area,
  org,
  oneTimeUntil,
  totpSealed,
  disabledAt,
}: ManagedAccount): AccountDto => ({
  id,
  version,
  username,
  name,
  scopes: [...scopes],
  roles: [...roles],
  areaCode: area === '' ? null : area,
  organisation: org,
  state: disabledAt ? 'disabled' : 'enabled',
  disabledAt: disabledAt?.toISOString() ?? null,
  oneTimeUntil: oneTimeUntil?.toISOString() ?? null,
  hasSecondFactor: totpSealed !== null,
});

/** What a caller gives, as it is kept. */
export const toHolder = ({ scopes, roles, areaCode = '', organisation }: HolderInput): Holder => ({
  scopes,
  roles,
  area: areaCode,
  org: organisation ?? null,
});

/** A session as the API answers it. */
export const toSessionDto = (session: { id: string; clientIds: readonly string[]; since: Date; until: Date }): SessionDto => ({
  id: session.id,
  clientIds: [...session.clientIds],
  since: session.since.toISOString(),
  until: session.until.toISOString(),
});
