import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SnapshotPoint } from './snapshot-point.js';

/** 积分明细: columns of {@link SnapshotPoint}. */
@Entity('snapshot_point')
export class SnapshotPointEntity implements SnapshotPoint {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') snapshotReportId: string;
  @Column('uuid') workerId: string;
  @Column('int') points: number;
  @Column('text') month: string;
  @Column('timestamptz') at: Date;
  @Column('text') actorId: string;
  @Column('text', { nullable: true }) reason: string | null;
}
