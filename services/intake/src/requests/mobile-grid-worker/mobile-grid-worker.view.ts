import type { MobileGridWorkerDto, SnapshotPointDto } from './mobile-grid-worker.dto.js';
import type { SnapshotPoint } from './snapshot-point.js';

export const toMobileGridWorkerDto = ({ id: _, ...worker }: MobileGridWorkerDto & { readonly id: string }): MobileGridWorkerDto => worker;

export const toSnapshotPointDto = ({ snapshotReportId, points, month, at, reason }: SnapshotPoint): SnapshotPointDto => ({
  snapshotReportId,
  points,
  month,
  at: at.toISOString(),
  reason,
});
