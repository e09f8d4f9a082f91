import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RecordedResult, Visit } from './visit.js';

/** 排查记录 */
@Entity('visit')
export class VisitEntity implements Visit {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid') premisesId: string;
  @Column('text') premisesCode: string;
  @Column('text') areaCode: string;
  @Column('int', { nullable: true }) checklistVersion: number | null;
  @Column('text', { nullable: true }) police: string | null;
  @Column('text') gridWorker: string;
  @Column('jsonb') results: RecordedResult[];
  @Column('boolean') passed: boolean;
  @Column('int') hazardCount: number;
  @Column('timestamptz') visitedAt: Date;
  @Column('text') recordedBy: string;
  @Column('text', { nullable: true }) pastReference: string | null;
}
