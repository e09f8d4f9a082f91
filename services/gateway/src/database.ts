import type { QueryResult, QueryResultRow } from 'pg';

/**
 * The part of a connection pool that the issuer's own stores need: what oidc-provider remembers, signing keys, and counts of failed log-ins. They stand outside of the Transactor
 * on purpose. Each call is one statement that decides by itself and answers at once (`on conflict … returning`, how many rows were hit), while a use case reads first and queues
 * what it writes for its end. Nobody acts, no event is told and nothing is replayed for an Idempotency-Key, so a transaction would add two statements to each log-in and give
 * nothing. What has several writes or tells the audit trail (a failure that is counted, an account that is changed) goes through the Transactor.
 */
export interface Database {
  query<R extends QueryResultRow>(sql: string, params?: unknown[]): Promise<QueryResult<R>>;
}
