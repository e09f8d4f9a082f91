import type { ReadTx, Tx } from '@zero-distance/persistence';
import { type AuditLink, CHAIN_BEGIN } from './audit.js';

/** What stands before the first line that is kept: the last place that was taken away, or the beginning. */
export async function beginOf(tx: ReadTx): Promise<AuditLink> {
  const [cut] = await tx.query<{ position: string; hash: string }>('select position, hash from audit_cut order by position desc limit 1');
  return cut ? { ...cut, position: Number(cut.position) } : CHAIN_BEGIN;
}

/** Takes the lines up to a place of the chain away. Fails for younger ones than the law of the house allows. */
export const cutOff = (tx: Tx, { position, hash }: AuditLink): Promise<void> => tx.execute('select cut_audit($1, $2)', [position, hash]);

/** Whether a line of the trail tells that it was cut there: the trail itself says where it begins. */
export async function isCutTold(tx: ReadTx, { position, hash }: AuditLink): Promise<boolean> {
  const [line] = await tx.query(
    `select 1 from audit where action = 'audit-cut' and detail = jsonb_build_object('position', $1::text, 'hash', $2::text) limit 1`,
    [String(position), hash],
  );
  return line !== undefined;
}

/** A time so many months ago, as the database counts them when it refuses to take younger lines away. */
export async function monthsAgo(tx: ReadTx, months: number): Promise<Date> {
  const [row] = await tx.query<{ then: Date }>('select now() - make_interval(months => $1::int) as then', [months]);
  return row?.then ?? new Date(0);
}
