import type { ActivityOutcomeKind } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityOutcome } from './activity-outcome.js';
import type { ActivityOutcomeState } from './activity-outcome.transitions.js';

/** 活动成效 */
@Entity('activity_outcome')
export class ActivityOutcomeEntity implements ActivityOutcome {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: ActivityOutcomeState;
  @Column('uuid') activityId: string;
  @Column('uuid') bookingId: string;
  @Column('text') areaCode: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text') outcome: ActivityOutcomeKind;
  @Column('text', { nullable: true }) employer: string | null;
  @Column('date') occurredOn: string;
  @Column('date') followUpOn: string;
  @Column('text') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('activity_outcome_history')
export class ActivityOutcomeHistoryEntity extends HistoryEntity<ActivityOutcomeState> {
  @Column('uuid') activityOutcomeId: string;
}
