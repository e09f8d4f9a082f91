import type { QueryResult, QueryResultRow } from 'pg';

/** The part of a connection pool that the stores need. Every statement is independent, so there is no transaction here. */
export interface Database {
  query<R extends QueryResultRow>(sql: string, params?: unknown[]): Promise<QueryResult<R>>;
}
