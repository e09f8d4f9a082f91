import type { ReadTx } from '@zero-distance/persistence';
import { AreaEntity } from './area.entity.js';

/** Areas that lie in both `scope` and `within`, by code, after `after`; the empty code is everywhere. */
export function listAreas(tx: ReadTx, scope: string, within: string, after: string, limit: number): Promise<AreaEntity[]> {
  const sql = `select ${tx.columns(AreaEntity)} from area
    where code like $1 || '%' and code like $2 || '%' and code > $3 order by code limit $4`;
  return tx.page<AreaEntity>(sql, [scope, within, after, limit]);
}
