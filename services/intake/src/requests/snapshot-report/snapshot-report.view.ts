import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import { maySeeRequester } from '../requester/requester.js';
import type { ReceiptDto, SnapshotReportDetailDto, SnapshotReportDto } from './snapshot-report.dto.js';
import { isOverdue, type SnapshotReport, subjectOf } from './snapshot-report.js';
import { SNAPSHOT_REPORT_TRANSITIONS, type SnapshotReportState } from './snapshot-report.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

/** What a resident tracks a report by. */
export const toReceiptDto = ({ number, trackingCode, reportedAt, dueAt }: SnapshotReport): ReceiptDto => ({
  number,
  trackingCode: trackingCode as string,
  reportedAt: reportedAt.toISOString(),
  dueAt: dueAt.toISOString(),
});

/** What was joined is work of its request, which whoever sees the report may not see: who reported it is kept and not shown. */
const isWithRequest = ({ state }: SnapshotReport): boolean => state === 'joined';

/** What the caller sees of a snapshot report, and may do with it. */
export function toSnapshotReportDto(found: SnapshotReport, { actor, now }: View): SnapshotReportDto {
  const { nameMasked: name, phoneMasked: phone, confidential } = found;
  return {
    id: found.id,
    version: found.version,
    number: found.number,
    state: found.state,
    actions: SNAPSHOT_REPORT_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor)),
    channel: found.channel,
    areaCode: found.areaCode,
    wechatGroup: found.wechatGroup,
    text: found.text,
    place: found.place,
    point: found.point as SnapshotReportDto['point'],
    reporter: name !== null && !isWithRequest(found) && maySeeRequester(actor, confidential) ? { name, phone } : null,
    requestId: found.requestId,
    points: found.points,
    refusalCode: found.refusalCode,
    publicAnswer: found.publicAnswer,
    reportedAt: found.reportedAt.toISOString(),
    decidedAt: found.decidedAt?.toISOString() ?? null,
    dueAt: found.dueAt.toISOString(),
    overdue: isOverdue(found, now),
  };
}

/** The same with its photos and what was done about it. */
export const toSnapshotReportDetailDto = (
  found: SnapshotReport,
  {
    history,
    ...seen
  }: { readonly history: readonly HistoryEntity<SnapshotReportState>[] } & Pick<SnapshotReportDetailDto, 'files' | 'pictures'>,
  view: View,
): SnapshotReportDetailDto => ({
  ...toSnapshotReportDto(found, view),
  ...seen,
  history: history.map(toHistoryLine),
});
