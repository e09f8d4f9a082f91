import type { ReadTx } from '@zero-distance/persistence';
import type { Request } from '../request/request.js';
import type { RequestState } from '../request/request.transitions.js';
import type { SnapshotReport } from '../snapshot-report/snapshot-report.js';
import type { SnapshotReportState } from '../snapshot-report/snapshot-report.transitions.js';

/** In these something is to be done about a request: what can be corrected. As the index `request_open_area` has them. */
const OPEN: readonly RequestState[] = ['received', 'dispatched', 'mediating', 'divided', 'reopened'];
/** A report waits to be verified, or may come back from the request that it was added to. As the index `snapshot_report_open_area` has them. */
const WAITING: readonly SnapshotReportState[] = ['reported', 'joined'];

export const isOpen = ({ state }: Pick<Request, 'state'>): boolean => OPEN.includes(state);

export const isWaiting = ({ state }: Pick<SnapshotReport, 'state'>): boolean => WAITING.includes(state);

/** Some requests of these areas that are open. */
export const openIn = (tx: ReadTx, areaCodes: readonly string[], limit: number): Promise<string[]> =>
  standingIn(tx, 'request', OPEN, areaCodes, limit);

/** Some snapshot reports of these areas that somebody is to look at yet, or again. */
export const waitingIn = (tx: ReadTx, areaCodes: readonly string[], limit: number): Promise<string[]> =>
  standingIn(tx, 'snapshot_report', WAITING, areaCodes, limit);

async function standingIn(
  tx: ReadTx,
  table: 'request' | 'snapshot_report',
  states: readonly string[],
  areaCodes: readonly string[],
  limit: number,
): Promise<string[]> {
  if (areaCodes.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select id from ${table} where area_code = any($1) and state in (${states.map((state) => `'${state}'`).join(', ')}) limit $2`,
    [areaCodes, limit],
  );
  return rows.map(({ id }) => id);
}
