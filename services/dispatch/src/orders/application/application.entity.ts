import type { Duration } from '@zero-distance/calendar';
import type { ApplicationKind, WorkOrderType } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Application } from './application.js';
import type { ApplicationState } from './application.transitions.js';

/** 申请 */
@Entity('application')
export class ApplicationEntity implements Application {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') kind: ApplicationKind;
  @Column('text') state: ApplicationState;
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
  @Column('text', { nullable: true }) reasonCode: string | null;
  @Column('jsonb', { nullable: true }) extendBy: Duration | null;
  @Column('date', { nullable: true }) reviewOn: string | null;
  @Column('timestamptz') askedAt: Date;
  @Column('text') askedBy: string;
  @Column('text', { nullable: true }) appealedBy: string | null;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) appealUntil: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('application_history')
export class ApplicationHistoryEntity extends HistoryEntity<ApplicationState> {
  @Column('uuid') applicationId: string;
}
