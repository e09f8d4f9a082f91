import type { EventData } from '@zero-distance/contracts';
import { makeLegibleCode } from '../credential/legible-code.js';
import type { HolderRow } from '../holder/holder.js';

/** A member of staff who logs in. */
export interface ManagedAccount extends HolderRow {
  readonly username: string;
  /** What the person is called at work; '' where nobody said. */
  readonly name: string;
  readonly passwordHash: string;
  /** Until when a one-time password holds; null where the person chose the password. */
  readonly oneTimeUntil: Date | null;
  /** Raised whenever what a person proves themselves with is void: what was begun with a lower one leads nowhere. */
  readonly credentialVersion: number;
  /** 动态口令: the sealed secret that the person's telephone has; null where there is none. */
  readonly totpSealed: Buffer | null;
}

/** Whom a log-in has proven somebody to be, and the version of the credentials that it did so with. */
export interface Proven {
  readonly accountId: string;
  readonly credentials: number;
}

/** How long a one-time password holds: over a weekend. */
export const ONE_TIME_HOURS = 72;

/** The least and the most characters of a password that a person chooses. */
export const PASSWORD = { min: 10, max: 256 } as const;

/** A password to be read out and used once: 79 bits, in groups. */
export const makeOneTimePassword = (): string => makeLegibleCode(4, 4);

/** What events say of an account. */
export const toldOf = ({
  id,
  org,
  area,
  roles,
}: Pick<ManagedAccount, 'id' | 'org' | 'area' | 'roles'>): EventData<'gateway.account.changed.v1'> => ({
  accountId: id,
  ...(org !== null && { organisation: org }),
  ...(area !== '' && { areaCode: area }),
  roles: [...roles],
});
