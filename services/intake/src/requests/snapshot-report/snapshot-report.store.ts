import { findDueBy, type Tx } from '@zero-distance/persistence';
import { defineAggregate, type Erasure, overdueFilter, searchedBy } from '@zero-distance/platform';
import { eraseReasonsOfPoints } from '../mobile-grid-worker/snapshot-point.store.js';
import { SnapshotReportEntity, SnapshotReportHistoryEntity } from './snapshot-report.entity.js';
import { refuseSnapshot } from './snapshot-report.errors.js';
import { SNAPSHOT_REPORT_EVENTS, subjectOf } from './snapshot-report.js';
import { SNAPSHOT_REPORT_TRANSITIONS } from './snapshot-report.transitions.js';

/** By number and area: what was written is sealed. */
export const SNAPSHOT_REPORT_SEARCH = searchedBy({ number: 'number' });

export const SNAPSHOT_REPORTS = defineAggregate(
  {
    machine: SNAPSHOT_REPORT_TRANSITIONS,
    entity: SnapshotReportEntity,
    history: { entity: SnapshotReportHistoryEntity, key: 'snapshotReportId', since: 'reportedAt' },
    notFound: (id) => refuseSnapshot('snapshot_report.not_found', { id }),
    /** A mobile grid worker sees the own ones; staff those of their area. */
    visible: { by: 'matter', participants: 'organisation_id', takenInBy: 'reported_by', recuses: false },
    begins: { action: 'report', event: 'intake.snapshot-report.reported.v1' },
    events: SNAPSHOT_REPORT_EVENTS,
    filters: {
      q: SNAPSHOT_REPORT_SEARCH.filter,
      state: 'state',
      channel: 'channel',
      overdue: overdueFilter('due_at', `state = 'reported'`),
      /** Keyed hash of the reporter's telephone number. */
      phoneIndex: (hash: string, { given }) => `t.phone_index = ${given(hash)}`,
      /** Without those that were joined to one of these requests, or to a part of one. */
      notJoinedTo: (ids: readonly string[], { given }) => {
        const named = given(ids);
        return `not exists (select from request r
          where r.id = t.request_id and (r.id = any(${named}::uuid[]) or r.parent_id = any(${named}::uuid[])))`;
      },
      /** Without those whose reporter is not to be known. */
      openReporters: (only: boolean) => (only ? 'not t.confidential' : undefined),
    },
  },
  (report, { actor }) => subjectOf(report, actor),
);

/**
 * Queues that nobody tracks what was reported of a request any more, and that what was said when points were taken back goes; its words and photos are the
 * request's, and so is its reporter, but for those of reports that were joined, which go here: none of them comes back. Gives the ids of the reports, of which
 * answers and reasons are kept.
 */
export async function eraseReports(erasure: Erasure): Promise<string[]> {
  const { tx, matterId } = erasure;
  const reports = await tx.query<{ id: string; number: string }>('select id, number from snapshot_report where request_id = $1', [
    matterId,
  ]);
  erasure.removeReasons(await reportsThatLeft(tx, matterId)); // why one was taken out again may speak of this matter
  erasure.remove(
    'requester',
    `gone as (update snapshot_report set tracking_code = null, name = null, name_masked = null, phone = null, phone_masked = null,
         phone_index = null, follow_up_ids = null, file_ids = null
       where request_id = $1 and (tracking_code is not null or name is not null) returning 1)`,
    [matterId],
  );
  const ids = reports.map(({ id }) => id);
  if (ids.length === 0) return ids;
  eraseReasonsOfPoints(erasure, ids);
  eraseReceipts(
    erasure,
    reports.map(({ number }) => number),
  );
  return ids;
}

/** The reports that were added to a request by mistake, and taken out again. */
async function reportsThatLeft(tx: Tx, requestId: string): Promise<string[]> {
  const sql = `select id from snapshot_report where unjoined_from @> array[$1::uuid] and unjoined_from <> '{}'`; // as the index has them
  const left = await tx.query<{ id: string }>(sql, [requestId]);
  return left.map(({ id }) => id);
}

/** Queues that the receipts of visitors, which are kept for their Idempotency-Keys, are emptied: the tracking code is the end of a telephone number. */
export const eraseReceipts = (erasure: Erasure, numbers: readonly string[]): void =>
  erasure.removeAnswersThat(`answer ? 'trackingCode' and answer ->> 'number' = any($1::text[])`, numbers);

/** Those whose clock has something to do, the longest due before the others. */
export const findDueReports = findDueBy('snapshot_report', 'next_at');
