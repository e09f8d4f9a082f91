import Provider, { errors } from 'oidc-provider';
import { isGenerated, isGeneratedSecret } from '../credential/generated-secret.js';
import type { Lockout } from '../credential/lockout.js';
import { isSecret, nobodysHash } from '../credential/secret-hash.js';

/** Too many attempts: the OAuth error of a failed client, but 429, so that its system backs off. */
class ClientRefused extends errors.OIDCProviderError {
  override readonly error_description = 'too many attempts; see Retry-After';
  constructor() {
    super(429, 'invalid_client');
  }
}

/** Whether the client that asks has this secret. */
export async function compareClientSecret(lockout: Lockout, secret: string): Promise<boolean> {
  const client = Provider.ctx?.oidc.client;
  const hash = client?.clientSecret;
  if (!client || hash === undefined) return false;
  if (isGenerated(hash)) return isGeneratedSecret(secret, hash); // not counted, in no queue: a client's id is no secret
  return attempt(lockout, `client:${client.clientId}`, () => isSecret(secret, hash));
}

/**
 * A secret for a client that does not exist is checked and counted like a wrong one of a client with a chosen secret: neither the time of
 * the answer nor the lockout reveals where guessing would be worth while.
 */
export async function countUnknownClient(lockout: Lockout, id: string): Promise<void> {
  const ctx = Provider.ctx;
  const shown = ctx?.headers.authorization ?? ctx?.oidc.params?.client_secret;
  if (shown === undefined) return;
  await attempt(lockout, lockout.unknownSubject(id), async () => {
    await isSecret(String(shown), await nobodysHash());
    return false;
  });
}

async function attempt(lockout: Lockout, subject: string, check: () => Promise<boolean>): Promise<boolean> {
  const ctx = Provider.ctx;
  if (!ctx) return false;
  const tried = await lockout.attempt({ subject, address: ctx.ip }, check);
  if (tried.outcome === 'refused') {
    ctx.set('Retry-After', String(tried.retryAfterSeconds));
    throw new ClientRefused();
  }
  return tried.outcome === 'passed';
}
