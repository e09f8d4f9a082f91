import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';
import type { Sql } from './entity-sql.js';

const names = new Map<string, string>();

/**
 * The same text gets the same name, so Postgres parses and plans it once a connection: planning a small statement costs more than running it.
 * Texts are made of table and column names only, so there are as many as the code has shapes.
 */
export function prepared(sql: Sql): QueryConfig {
  let name = names.get(sql.text);
  if (!name) {
    name = createHash('sha1').update(sql.text).digest('base64url').slice(0, 20);
    names.set(sql.text, name);
  }
  return { name, text: sql.text, values: sql.params as unknown[] };
}
