/** The log-in that an access token of a person was issued in. */
export interface LogIn {
  readonly accountId: string;
  readonly sessionId: string;
  /** The version of the account's credentials that the person was let in by. */
  readonly credentials: number;
}

/** What was ended: of a session null, of an account the version of the credentials that are good from then on. */
export type EndedLogIns = ReadonlyMap<string, number | null>;

/** Whether tokens of a log-in are void: its session was ended, or all that the person was logged in by. */
export function isEnded(ended: EndedLogIns, { accountId, sessionId, credentials }: LogIn): boolean {
  return ended.has(sessionId) || credentials < (ended.get(accountId) ?? 0);
}

/**
 * What the token of a call says of its log-in; undefined of a system's, or of another issuer's. The signature is not looked at: a token that was tampered with is
 * refused by the service that the call is for, and one that was not says the truth.
 */
export function logInOf(authorization: string | undefined): LogIn | undefined {
  const payload = /^Bearer [^.]*\.([^.]*)\./i.exec(authorization ?? '')?.[1];
  if (!payload) return undefined;
  const { sub, sid, credentials } = claimsIn(payload);
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof credentials !== 'number') return undefined;
  return { accountId: sub, sessionId: sid, credentials };
}

function claimsIn(payload: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  } catch {
    return {};
  }
}
