import type { ReadTx } from '@zero-distance/persistence';
import { CategoryEntity } from './category.entity.js';

/** Categories whose code begins with `prefix`, by code, after `after`. */
export function listCategories(tx: ReadTx, prefix: string, after: string, limit: number): Promise<CategoryEntity[]> {
  const sql = `select ${tx.columns(CategoryEntity)} from category where code like $1 || '%' and code > $2 order by code limit $3`;
  return tx.page<CategoryEntity>(sql, [prefix, after, limit]);
}
