import type { ReadTx, Tx } from '@zero-distance/persistence';
import { ACCESS_TOKEN_SECONDS } from '../signing-key/signing-key.store.js';
import type { EndedLogIns } from './log-in.js';

/** Access tokens of a log-in have expired by then, for clocks that differ too. */
const OVER_SECONDS = ACCESS_TOKEN_SECONDS + 300;

/** A browser in which a person is logged in. */
export interface Session {
  readonly id: string;
  readonly clientIds: readonly string[];
  readonly since: Date;
  readonly until: Date;
}

interface SessionRow extends Record<string, unknown> {
  readonly uid: string;
  readonly until: Date;
  readonly payload: { readonly loginTs: number; readonly authorizations?: Readonly<Record<string, { readonly grantId?: string }>> };
}

const OF_ACCOUNT = `select uid, expires_at as until, payload from oidc_payload
  where model = 'Session' and payload ->> 'accountId' = $1 and expires_at > now()`;

/** Where a person is logged in, the latest to end first. */
export async function sessionsOf(tx: ReadTx, accountId: string, most: number): Promise<Session[]> {
  const rows = await tx.query<SessionRow>(`${OF_ACCOUNT} order by expires_at desc, uid limit $2`, [accountId, most]);
  return rows.map(({ uid, until, payload: { loginTs, authorizations = {} } }) => ({
    id: uid,
    clientIds: Object.keys(authorizations),
    since: new Date(loginTs * 1000),
    until,
  }));
}

/**
 * Queues the end of all that a person is logged in by: their sessions, with everything that was issued in them, and log-ins that are under way. What
 * a call under way keeps of them after this is void as well, and so are access tokens: they name the version of the credentials that are void now.
 */
export function endSessions(tx: Tx, accountId: string): void {
  tx.write('update account set credential_version = credential_version + 1 where id = $1', [accountId]);
  tx.write(`delete from oidc_payload where payload ->> 'accountId' = $1`, [accountId], 'any');
  rememberEnded(tx, 'select id::text, credential_version from account where id = $1', accountId);
}

/** Queues the end of all tokens that a client was issued, for itself or for people at its screen: its secret is another, or it is disabled. */
export function endTokensOfClient(tx: Tx, clientId: string): void {
  tx.write('update client set credential_version = credential_version + 1 where id = $1', [clientId]);
  rememberEnded(tx, "select 'client:' || id, credential_version from client where id = $1", clientId);
}

/** Queues the end of one session, with what was issued in it and its access tokens; false where the person has none of that id. */
export async function endSession(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const [session] = await tx.query<SessionRow>(`${OF_ACCOUNT} and uid = $2`, [accountId, id]);
  if (!session) return false;
  const grants = Object.values(session.payload.authorizations ?? {}).flatMap(({ grantId }) => grantId ?? []);
  tx.write(
    `delete from oidc_payload where payload ->> 'accountId' = $1
       and (grant_id = any($3::text[]) or (model = 'Grant' and id = any($3::text[])) or (model = 'Session' and uid = $2))`,
    [accountId, id, grants],
    'any',
  );
  rememberEnded(tx, 'values ($1, null::int)', id);
  return true;
}

/** Queues what access tokens are void by: services take these by themselves until they expire. Those that nobody can have any more are forgotten. */
function rememberEnded(tx: Tx, what: string, id: string): void {
  tx.write('delete from ended_log_in where ended_at < now() - make_interval(secs => $1)', [OVER_SECONDS], 'any');
  const sql = `insert into ended_log_in (key, credentials, ended_at) select w.*, now() from (${what}) w
    on conflict (key) do update set credentials = excluded.credentials, ended_at = excluded.ended_at`;
  tx.write(sql, [id]);
}

/** What was ended while access tokens of it may still be good. */
export async function endedLogIns(tx: ReadTx): Promise<EndedLogIns> {
  const sql = 'select key, credentials from ended_log_in where ended_at > now() - make_interval(secs => $1)';
  const rows = await tx.query<{ key: string; credentials: number | null }>(sql, [OVER_SECONDS]);
  return new Map(rows.map(({ key, credentials }) => [key, credentials]));
}
