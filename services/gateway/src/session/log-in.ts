/** What an access token was issued on. */
export interface LogIn {
  /** Of a person's token: the session, and the version of the account's credentials that the person was let in by. */
  readonly person?: { readonly accountId: string; readonly sessionId: string; readonly credentials: number };
  /** The system or screen that it was issued to, and the version of its credentials then. */
  readonly client?: { readonly clientId: string; readonly credentials: number };
}

/** What was ended: of a session null, of an account or a client the version of the credentials that are good from then on. */
export type EndedLogIns = ReadonlyMap<string, number | null>;

/** What a client is called among them (`endTokensOfClient`): ids of accounts and sessions have no colon. */
const keyOfClient = (clientId: string): string => `client:${clientId}`;

/** Whether tokens of a log-in are void: its session was ended, or all that the person, or the client, was let in by. */
export function isEnded(ended: EndedLogIns, { person, client }: LogIn): boolean {
  if (client && client.credentials < (ended.get(keyOfClient(client.clientId)) ?? 0)) return true;
  return person !== undefined && (ended.has(person.sessionId) || person.credentials < (ended.get(person.accountId) ?? 0));
}

/**
 * What the token of a call says of its log-in; undefined of another issuer's. The signature is not looked at: a token that was tampered with is refused by
 * the service that the call is for, and one that was not says the truth.
 */
export function logInOf(authorization: string | undefined): LogIn | undefined {
  const payload = /^Bearer [^.]*\.([^.]*)\./i.exec(authorization ?? '')?.[1];
  if (!payload) return undefined;
  const { sub, sid, credentials, client_id, clientCredentials } = claimsIn(payload);
  const ofPerson = typeof sub === 'string' && typeof sid === 'string' && typeof credentials === 'number';
  const ofClient = typeof client_id === 'string' && typeof clientCredentials === 'number';
  if (!ofPerson && !ofClient) return undefined;
  return {
    ...(ofPerson && { person: { accountId: sub, sessionId: sid, credentials } }),
    ...(ofClient && { client: { clientId: client_id, credentials: clientCredentials } }),
  };
}

function claimsIn(payload: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  } catch {
    return {};
  }
}
