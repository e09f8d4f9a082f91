import { createHash } from 'node:crypto';
import type { AccountStore } from '../account/account.store.js';
import type { Lockout } from '../credential/lockout.js';
import { hashSecret, isSecret } from '../credential/secret-hash.js';

export type Login =
  | { readonly outcome: 'passed'; readonly accountId: string }
  | { readonly outcome: 'failed' }
  | { readonly outcome: 'locked'; readonly retryAfterSeconds: number };

/** Compared with when there is no such account, so that the time an answer takes tells nothing. */
let nobody: Promise<string> | undefined;

/** A person's username and password. Names that do not exist are counted and locked as well: the answer must not tell them apart. */
export async function logIn(accounts: AccountStore, lockout: Lockout, username: string, password: string): Promise<Login> {
  const account = await accounts.findByUsername(username);
  const usable = account && account.disabledAt === null ? account : undefined;
  const subject = usable ? `account:${usable.id}` : `unknown:${createHash('sha256').update(username).digest('base64url')}`;
  const attempt = await lockout.attempt(subject, async () => {
    nobody ??= hashSecret('nobody');
    return (await isSecret(password, usable?.passwordHash ?? (await nobody))) && usable !== undefined;
  });
  if (attempt.outcome === 'locked') return attempt;
  return attempt.outcome === 'passed' && usable ? { outcome: 'passed', accountId: usable.id } : { outcome: 'failed' };
}
