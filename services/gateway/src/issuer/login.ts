import type { ManagedAccount } from '../account/account.js';
import type { AccountStore } from '../account/account.store.js';
import type { Lockout } from '../credential/lockout.js';
import { isSecret, nobodysHash } from '../credential/secret-hash.js';

export type Login =
  | { readonly outcome: 'passed'; readonly account: ManagedAccount }
  | { readonly outcome: 'failed' }
  | { readonly outcome: 'refused'; readonly retryAfterSeconds: number };

/** A person's input, and the IP address it came from. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly address: string;
}

/** A person's username and password. Names that do not exist are counted and locked as well: the answer must not tell them apart. */
export async function logIn(
  { accounts, lockout }: { readonly accounts: AccountStore; readonly lockout: Lockout },
  { username, password, address }: Credentials,
): Promise<Login> {
  const account = await accounts.findByUsername(username);
  const usable = account && account.disabledAt === null ? account : undefined;
  const subject = usable ? `account:${usable.id}` : lockout.unknownSubject(username);
  const attempt = await lockout.attempt({ subject, address }, async () => {
    return (await isSecret(password, usable?.passwordHash ?? (await nobodysHash()))) && usable !== undefined;
  });
  if (attempt.outcome === 'refused') return attempt;
  return attempt.outcome === 'passed' && usable ? { outcome: 'passed', account: usable } : { outcome: 'failed' };
}
