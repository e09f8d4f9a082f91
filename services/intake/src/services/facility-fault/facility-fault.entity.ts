import type { Facility } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FacilityFault } from './facility-fault.js';
import type { FacilityFaultState } from './facility-fault.transitions.js';

/** 设施故障 */
@Entity('facility_fault')
export class FacilityFaultEntity implements FacilityFault {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: FacilityFaultState;
  @Column('text') servicePointCode: string;
  @Column('text') facility: Facility;
  @Column('text') areaCode: string;
  @Column('text') name: string;
  @Column('text') place: string;
  @Column('text') categoryCode: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text', { nullable: true }) finding: string | null;
  @Column('uuid') organisationId: string;
  @Column('timestamptz') reportedAt: Date;
  @Column('text', { nullable: true }) confirmedBy: string | null;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('facility_fault_history')
export class FacilityFaultHistoryEntity extends HistoryEntity<FacilityFaultState> {
  @Column('uuid') facilityFaultId: string;
}
