import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclineReason, Point } from '../request/request.js';
import type { SnapshotChannel, SnapshotReport } from './snapshot-report.js';
import type { SnapshotReportState } from './snapshot-report.transitions.js';

/** 随手拍 */
@Entity('snapshot_report')
export class SnapshotReportEntity implements SnapshotReport {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: SnapshotReportState;
  @Column('text') number: string;
  @Column('text') channel: SnapshotChannel;
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) wechatGroup: string | null;
  @Column('text', { nullable: true }) text: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('jsonb', { nullable: true }) point: Point | null;
  @Column('boolean') confidential: boolean;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) nameMasked: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneMasked: string | null;
  @Column('text', { nullable: true }) phoneIndex: string | null;
  @Column('text', { nullable: true }) trackingCode: string | null;
  @Column('text', { nullable: true }) reportedBy: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('uuid', { array: true, nullable: true }) followUpIds: readonly string[] | null;
  @Column('uuid', { array: true, nullable: true }) fileIds: readonly string[] | null;
  @Column('uuid', { array: true }) unjoinedFrom: readonly string[];
  @Column('int', { nullable: true }) points: number | null;
  @Column('text', { nullable: true }) refusalCode: DeclineReason | null;
  @Column('text', { nullable: true }) publicAnswer: string | null;
  @Column('timestamptz') reportedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  /** Not stored: {@link SnapshotReport.keeperId}. */
  keeperId?: string;
}

/** What was done with it, a partition a month. */
@Entity('snapshot_report_history')
export class SnapshotReportHistoryEntity extends HistoryEntity<SnapshotReportState> {
  @Column('uuid') snapshotReportId: string;
}
