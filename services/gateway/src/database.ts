import type { QueryResult, QueryResultRow } from 'pg';

/** What the stores need of a connection pool. Every statement stands alone, so there is no transaction here. */
export interface Database {
  query<R extends QueryResultRow>(sql: string, params?: unknown[]): Promise<QueryResult<R>>;
}
