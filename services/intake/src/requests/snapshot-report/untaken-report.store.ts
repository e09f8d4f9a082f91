import { SYSTEM, stepOf, unwrap } from '@zero-distance/kernel';
import type { Tx } from '@zero-distance/persistence';
import { Erasure } from '@zero-distance/platform';
import { FILES } from '../file/file.store.js';
import type { SnapshotReportEntity } from './snapshot-report.entity.js';
import { subjectOf, wordsGone } from './snapshot-report.js';
import { eraseReceipts, SNAPSHOT_REPORTS } from './snapshot-report.store.js';
import { SNAPSHOT_REPORT_TRANSITIONS } from './snapshot-report.transitions.js';

/**
 * Queues that a report which no request came of loses its words, its photos and who reported it: their time is over, or the law asks for it. The photos of one
 * that was joined are among those of its request.
 */
export async function eraseUntaken(tx: Tx, report: SnapshotReportEntity): Promise<void> {
  const allowed = unwrap(SNAPSHOT_REPORT_TRANSITIONS.decide(report.state, 'erase', SYSTEM, subjectOf(report, SYSTEM)));
  SNAPSHOT_REPORTS.save(tx, stepOf(allowed, report, SYSTEM, wordsGone(tx.now)));
  const erasure = new Erasure(tx, report.id);
  if (report.state === 'joined') await FILES.erase(erasure, 'request', [report.requestId as string], report.fileIds ?? []);
  await FILES.erase(erasure, 'snapshot-report', [report.id]);
  erasure.removeAnswers([report.id]);
  eraseReceipts(erasure, [report.number]);
  erasure.removeReasons([report.id]);
}
