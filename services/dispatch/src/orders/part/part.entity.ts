import type { PartEnding, WorkOrderType } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Part } from './part.js';
import type { PartState } from './part.transitions.js';

/** 协办 */
@Entity('part')
export class PartEntity implements Part {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: PartState;
  @Column('uuid') workOrderId: string;
  @Column('uuid') sourceId: string;
  @Column('text') type: WorkOrderType;
  @Column('int') round: number;
  @Column('text', { nullable: true }) sourceNumber: string | null;
  @Column('text') categoryCode: string;
  @Column('text') areaCode: string;
  @Column({ type: 'uuid', array: true, nullable: true }) barredOrganisationIds: readonly string[] | null;
  @Column({ type: 'text', array: true, nullable: true }) barredAccountIds: readonly string[] | null;
  @Column('uuid') organisationId: string;
  @Column('uuid') leadOrganisationId: string;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('boolean') isPaused: boolean;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { nullable: true }) reportedAt: Date | null;
  @Column('text', { nullable: true }) reportedBy: string | null;
  @Column('boolean') isAnswered: boolean;
  @Column('text', { nullable: true }) report: string | null;
  @Column('boolean', { nullable: true }) onTime: boolean | null;
  @Column('text', { nullable: true }) lateReason: string | null;
  @Column('int', { nullable: true }) mark: number | null;
  @Column('text', { nullable: true }) endedFor: PartEnding | null;
  @Column('boolean') isInsisted: boolean;
  @Column('boolean') isTakenOff: boolean;
}

/** What was done with it, a partition a month. */
@Entity('part_history')
export class PartHistoryEntity extends HistoryEntity<PartState> {
  @Column('uuid') partId: string;
}
