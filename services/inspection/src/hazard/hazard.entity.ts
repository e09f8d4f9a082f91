import type { CalendarWarning } from '@zero-distance/calendar';
import type { HazardSeverity, Urgency } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Hazard } from './hazard.js';
import type { HazardState } from './hazard.transitions.js';

/** 隐患 */
@Entity('hazard')
export class HazardEntity implements Hazard {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: HazardState;
  @Column('uuid', { nullable: true }) visitId: string | null;
  @Column('text', { nullable: true }) pastReference: string | null;
  @Column('uuid') premisesId: string;
  @Column('text') premisesCode: string;
  @Column('text') areaCode: string;
  @Column('text') itemCode: string;
  @Column('text') severity: HazardSeverity;
  @Column('text') categoryCode: string;
  @Column('text') urgency: Urgency;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz', { nullable: true }) rectifyBy: Date | null;
  @Column('boolean') withWorkOrder: boolean;
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  @Column('int') recheckWorkingDays: number;
  @Column('timestamptz', { nullable: true }) recheckDueAt: Date | null;
  @Column('timestamptz', { nullable: true }) transferDueAt: Date | null;
  @Column('jsonb') warnings: readonly CalendarWarning[];
  @Column('timestamptz') foundAt: Date;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('boolean') confirmable: boolean;
}

/** 处理记录 */
@Entity('hazard_history')
export class HazardHistoryEntity extends HistoryEntity<HazardState> {
  @Column('uuid') hazardId: string;
}
