import type { Tx } from '@zero-distance/persistence';
import { Erasure, recordAccess } from '@zero-distance/platform';
import { ended } from '../missed-call/missed-call.js';
import { MISSED_CALLS } from '../missed-call/missed-call.store.js';
import { stepBySystem } from '../missed-call/missed-call.transitions.js';
import { eraseRefused } from '../snapshot-report/refused-report.store.js';
import { SNAPSHOT_REPORTS } from '../snapshot-report/snapshot-report.store.js';
import type { ERASURE_OUTCOMES, ErasureBasis } from './erasure.js';

/** So many of each are erased by one call. */
const AT_ONCE = 50;

/** Whose, and whether also what is confidential. */
interface Sought {
  readonly phoneIndex: string;
  readonly openReporters: boolean;
}

interface Ground {
  readonly basis: ErasureBasis;
  readonly evidence: string;
}

/** What became of them. */
interface OthersErased {
  readonly snapshotReports: { readonly snapshotReportId: string; readonly outcome: (typeof ERASURE_OUTCOMES)[number] }[];
  readonly missedCallIds: string[];
  readonly more: boolean;
}

/** Queues the erasure of what there is of a person besides requests. A report that waits is somebody's work still, as a request that is not finished. */
export async function eraseOthers(tx: Tx, { phoneIndex, openReporters }: Sought, { basis, evidence }: Ground): Promise<OthersErased> {
  const [reports, calls] = await Promise.all([
    SNAPSHOT_REPORTS.list(tx, { phoneIndex, openReporters, limit: AT_ONCE }),
    MISSED_CALLS.list(tx, { phoneIndex, limit: AT_ONCE }),
  ]);
  for (const report of reports.items) if (report.state === 'refused') await eraseRefused(tx, report);
  for (const call of calls.items) {
    MISSED_CALLS.save(tx, stepBySystem(call, 'give-up', ended(tx.now)));
    new Erasure(tx, call.id).removeAnswers([call.id]);
  }
  const snapshotReports = reports.items.map(({ id, state }) => ({
    snapshotReportId: id,
    outcome: state === 'refused' ? ('erased' as const) : ('unfinished' as const),
  }));
  const missedCallIds = calls.items.map(({ id }) => id);
  const gone = [...snapshotReports.flatMap(({ snapshotReportId: id, outcome }) => (outcome === 'erased' ? [id] : [])), ...missedCallIds];
  for (const subject of gone) recordAccess(tx, 'intake', { action: 'erase', subject, purpose: evidence, detail: { basis } });
  return { snapshotReports, missedCallIds, more: reports.next !== null || calls.next !== null };
}
