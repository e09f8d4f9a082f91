import type { ManagedAccount, Proven } from '../account/account.js';
import { faultOfPassword } from '../account/password.js';
import { makeTotpSecret, stepOf } from '../account/totp.js';
import { isSecret } from '../credential/secret-hash.js';
import type { LogInNotice } from './log-in-pages.js';
import { logIn } from './login.js';
import type { ProviderParts } from './provider.js';

/** What is still to be done once the password was right: show a code, enrol for codes, note the recovery codes, choose a password. */
type LogInStep = 'code' | 'enrol' | 'noted' | 'password';

/** A person whose password was right, as the issuer remembers it between two pages. */
export interface Pending extends Proven {
  readonly username: string;
  readonly steps: readonly LogInStep[];
  /** The secret that the person is about to share with the telephone, sealed. */
  readonly carried?: string;
}

/** A form of the log-in page, and the IP address that it came from. */
export interface Posted {
  readonly fields: URLSearchParams;
  readonly address: string;
}

/** What a form led to: the same page again, the first one, because what was proven is void, the next one, or the end. */
export type Turn =
  | { readonly to: 'again'; readonly notice: LogInNotice; readonly retryAfterSeconds?: number }
  | { readonly to: 'first' }
  | { readonly to: 'next'; readonly pending: Pending; readonly recoveryCodes?: readonly string[] }
  | { readonly to: 'end'; readonly proven: Proven };

/** Choosing a password and enrolling make void what was proven before; who did it themselves goes on with what is proven by it. */
const renewed = (pending: Pending): Pending => ({ ...pending, credentials: pending.credentials + 1 });

/** Goes on to the first of these steps, or to the end. */
function onward({ secondFactors }: ProviderParts, { accountId, credentials, username }: Pending, steps: readonly LogInStep[]): Turn {
  if (steps.length === 0) return { to: 'end', proven: { accountId, credentials } };
  const carried = steps.includes('enrol') ? { carried: secondFactors.carry(accountId, makeTotpSecret()) } : {};
  return { to: 'next', pending: { accountId, credentials, username, steps, ...carried } };
}

/** The first page: username and password. */
export async function enter(parts: ProviderParts, { fields, address }: Posted): Promise<Turn> {
  const username = fields.get('username') ?? '';
  const login = await logIn(parts, { username, password: fields.get('password') ?? '', address });
  if (login.outcome === 'refused') return { to: 'again', notice: 'refused', retryAfterSeconds: login.retryAfterSeconds };
  if (login.outcome === 'failed') return { to: 'again', notice: 'wrong' };
  const { account } = login;
  if (account.oneTimeUntil !== null && account.oneTimeUntil < new Date()) return { to: 'again', notice: 'expired' };
  const steps: LogInStep[] = [
    ...(account.totpSealed ? (['code'] as const) : []),
    ...(account.oneTimeUntil !== null || fields.has('change-password') ? (['password'] as const) : []),
    ...(fields.has('enrol') ? (['enrol'] as const) : []),
  ];
  return onward(parts, { accountId: account.id, credentials: account.credentialVersion, username: account.username, steps }, steps);
}

/** A page behind the first. It begins anew where the account is no longer there, or what was proven on the first is void by now. */
export async function goOn(parts: ProviderParts, pending: Pending, posted: Posted): Promise<Turn> {
  const account = await parts.accounts.find(pending.accountId);
  if (account?.disabledAt !== null || account.credentialVersion !== pending.credentials) return { to: 'first' };
  switch (pending.steps[0]) {
    case 'code':
      return showCode(parts, pending, posted);
    case 'enrol':
      return enrol(parts, pending, posted.fields);
    case 'password':
      return choosePassword(parts, account, pending, posted.fields);
    default:
      return onward(parts, pending, pending.steps.slice(1));
  }
}

/** Guesses are counted like those of a password, and lock the account at their network. */
async function showCode(parts: ProviderParts, pending: Pending, { fields, address }: Posted): Promise<Turn> {
  const { accountId } = pending;
  const tried = await parts.lockout.attempt({ subject: `account:${accountId}`, address }, () =>
    parts.secondFactors.spend(accountId, fields.get('code') ?? '', new Date()),
  );
  if (tried.outcome === 'refused') return { to: 'again', notice: 'refused', retryAfterSeconds: tried.retryAfterSeconds };
  if (tried.outcome === 'failed') return { to: 'again', notice: 'wrong-code' };
  return onward(parts, pending, pending.steps.slice(1));
}

async function enrol(parts: ProviderParts, pending: Pending, fields: URLSearchParams): Promise<Turn> {
  const { accountId, carried = '' } = pending;
  const secret = parts.secondFactors.open(accountId, carried);
  const step = stepOf(secret, fields.get('code') ?? '', new Date());
  if (step === undefined) return { to: 'again', notice: 'wrong-code' };
  const recoveryCodes = await parts.secondFactors.enrol(pending, secret, step);
  if (!recoveryCodes) return { to: 'first' };
  const { credentials, username } = renewed(pending);
  return { to: 'next', pending: { accountId, credentials, username, steps: ['noted', ...pending.steps.slice(1)] }, recoveryCodes };
}

async function choosePassword(parts: ProviderParts, account: ManagedAccount, pending: Pending, fields: URLSearchParams): Promise<Turn> {
  const password = fields.get('new-password') ?? '';
  const fault = faultOfPassword({ username: account.username, password, repeated: fields.get('repeated') ?? '' });
  if (fault) return { to: 'again', notice: fault };
  if (await isSecret(password, account.passwordHash)) return { to: 'again', notice: 'same' };
  if (!(await parts.logIns.choosePassword(pending, password))) return { to: 'first' };
  return onward(parts, renewed(pending), pending.steps.slice(1));
}
