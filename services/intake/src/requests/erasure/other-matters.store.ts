import type { Tx } from '@zero-distance/persistence';
import { Erasure, recordAccess } from '@zero-distance/platform';
import { takeBackFollowUps } from '../follow-up/follow-up.store.js';
import { ended } from '../missed-call/missed-call.js';
import { MISSED_CALLS } from '../missed-call/missed-call.store.js';
import { stepBySystem } from '../missed-call/missed-call.transitions.js';
import { SNAPSHOT_REPORTS } from '../snapshot-report/snapshot-report.store.js';
import { eraseUntaken } from '../snapshot-report/untaken-report.store.js';
import type { ErasureBasis } from './erasure.js';

/** So many of each are erased by one call. */
const AT_ONCE = 50;

/** Whose, and whether also what is confidential. */
interface Sought {
  readonly phoneIndex: string;
  readonly openReporters: boolean;
  /** The requests of the person that are erased by the same call, with what was joined to them. */
  readonly erasedWith: readonly string[];
}

interface Ground {
  readonly basis: ErasureBasis;
  readonly evidence: string;
}

/** What became of them. */
interface OthersErased {
  readonly snapshotReportIds: string[];
  readonly missedCallIds: string[];
  readonly more: boolean;
}

/**
 * Queues the erasure of what there is of a person besides requests. A report that waits is no work of anybody yet: it goes, and nobody verifies it. One that
 * was joined goes from the request of somebody else, finished or not, which is worked on by what they said themselves.
 */
export async function eraseOthers(
  tx: Tx,
  { phoneIndex, openReporters, erasedWith }: Sought,
  { basis, evidence }: Ground,
): Promise<OthersErased> {
  const [reports, calls] = await Promise.all([
    SNAPSHOT_REPORTS.list(tx, { phoneIndex, openReporters, notJoinedTo: erasedWith, limit: AT_ONCE }),
    MISSED_CALLS.list(tx, { phoneIndex, limit: AT_ONCE }),
  ]);
  const added = reports.items.flatMap(({ state, followUpIds }) => (state === 'joined' ? (followUpIds ?? []) : []));
  await takeBackFollowUps(tx, added); // together: one request may have several of them
  for (const report of reports.items) await eraseUntaken(tx, report);
  for (const call of calls.items) {
    MISSED_CALLS.save(tx, stepBySystem(call, 'give-up', ended(tx.now), tx.now));
    new Erasure(tx, call.id).removeAnswers([call.id]);
  }
  const [snapshotReportIds, missedCallIds] = [reports, calls].map(({ items }) => items.map(({ id }) => id)) as [string[], string[]];
  for (const subject of [...snapshotReportIds, ...missedCallIds])
    recordAccess(tx, 'intake', { action: 'erase', subject, purpose: evidence, detail: { basis } });
  return { snapshotReportIds, missedCallIds, more: reports.next !== null || calls.next !== null };
}
