import { dateOf } from '@zero-distance/calendar';
import { newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { MobileGridWorkerEntity } from './mobile-grid-worker.entity.js';
import { SnapshotPointEntity } from './snapshot-point.entity.js';
import { earnedBy, mayEarn, monthOf, type SnapshotPoint } from './snapshot-point.js';

/** What is shown of a ledger at once. */
const MOST_SHOWN = 100;

interface Rates {
  readonly 'snapshot-points': number;
  readonly 'snapshot-points-cap': number;
}

/**
 * Queues what the worker of an account earns by a valid report; null for who earns nothing. The worker is held meanwhile: of two reports that are
 * verified at once, the second sees what the first has earned.
 */
export async function grantPoints(tx: Tx, snapshotReportId: string, accountId: string | null, rates: Rates): Promise<number | null> {
  if (accountId === null) return null;
  await tx.execute('select from mobile_grid_worker where account_id = $1 for update', [accountId]);
  const worker = await tx.findOne(MobileGridWorkerEntity, { accountId });
  if (!worker || !mayEarn(worker, dateOf(tx.now))) return null;
  const month = monthOf(tx.now);
  const { month: earned } = await sumsOf(tx, worker.id, month);
  const points = earnedBy(rates['snapshot-points'], rates['snapshot-points-cap'], earned);
  append(tx, { snapshotReportId, workerId: worker.id, points, month, reason: null });
  return points;
}

/** Queues that what a report has earned is taken back, for the month in which it was earned. */
export async function reversePoints(tx: Tx, snapshotReportId: string, reason: string): Promise<void> {
  const [earned] = await tx.query<SnapshotPointEntity & Record<string, unknown>>(
    `${tx.select(SnapshotPointEntity, 'p')} where p.snapshot_report_id = $1 and p.points > 0`,
    [snapshotReportId],
  );
  if (!earned) throw new Error(`the report ${snapshotReportId} has points that its ledger does not know`);
  append(tx, { snapshotReportId, workerId: earned.workerId, points: -earned.points, month: earned.month, reason });
}

const append = (tx: Tx, row: Omit<SnapshotPoint, 'id' | 'at' | 'actorId'>): void =>
  tx.insert(SnapshotPointEntity, { ...row, id: newId(tx.now.getTime()), at: tx.now, actorId: tx.actor.id });

/** Queues that what was said when points were taken back goes: the points stay taken back. */
export const eraseReasonsOfPoints = (erasure: Erasure, snapshotReportIds: readonly string[]): void =>
  erasure.remove(
    'history',
    'gone as (update snapshot_point set reason = null where snapshot_report_id = any($1::uuid[]) and reason is not null returning 1)',
    [snapshotReportIds],
  );

/** What a worker has earned in all, and in a month. */
export async function sumsOf(tx: ReadTx, workerId: string, month: string): Promise<{ total: number; month: number }> {
  const [sums] = await tx.query<{ total: number; month: number }>(
    `select coalesce(sum(points), 0)::int as total, coalesce(sum(points) filter (where month = $2), 0)::int as month
     from snapshot_point where worker_id = $1`,
    [workerId, month],
  );
  return sums ?? { total: 0, month: 0 };
}

/** The newest rows of a worker's ledger. */
export const ledgerOf = (tx: ReadTx, workerId: string): Promise<SnapshotPoint[]> =>
  tx.query<SnapshotPointEntity & Record<string, unknown>>(
    `${tx.select(SnapshotPointEntity, 'p')} where p.worker_id = $1 order by p.id desc limit ${MOST_SHOWN}`,
    [workerId],
  );
