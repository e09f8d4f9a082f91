import { toHolderDto } from '../holder/holder.view.js';
import type { AccountDto, SessionDto } from './account.dto.js';
import type { ManagedAccount } from './account.js';
import type { ColleagueDto } from './colleague.dto.js';

/** An account as the API answers it. */
export const toAccountDto = (account: ManagedAccount): AccountDto => ({
  id: account.id,
  version: account.version,
  username: account.username,
  name: account.name,
  ...toHolderDto(account),
  oneTimeUntil: account.oneTimeUntil?.toISOString() ?? null,
  hasSecondFactor: account.totpSealed !== null,
});

/** An account as who works beside it sees it. */
export const toColleagueDto = ({ id, name, username, roles }: ManagedAccount): ColleagueDto => ({
  id,
  name: name || username,
  roles: [...roles],
});

/** A session as the API answers it. */
export const toSessionDto = (session: { id: string; clientIds: readonly string[]; since: Date; until: Date }): SessionDto => ({
  id: session.id,
  clientIds: [...session.clientIds],
  since: session.since.toISOString(),
  until: session.until.toISOString(),
});
