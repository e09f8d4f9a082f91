import type { ActivityKind, Delivery } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Activity, Employer } from './activity.js';
import type { ActivityState } from './activity.transitions.js';

/** 活动 */
@Entity('activity')
export class ActivityEntity implements Activity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: ActivityState;
  @Column('text') areaCode: string;
  @Column('text') kind: ActivityKind;
  @Column('text', { nullable: true }) delivery: Delivery | null;
  @Column('text') title: string;
  @Column('text') place: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('int') capacity: number;
  @Column('text', { nullable: true }) coOrganiser: string | null;
  @Column('jsonb') employers: readonly Employer[];
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('timestamptz') plannedAt: Date;
  @Column('timestamptz', { nullable: true }) announcedAt: Date | null;
  @Column('timestamptz', { nullable: true }) heldAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  /** Not stored: {@link Activity.counts}. */
  counts?: Activity['counts'];
}

/** What was done with it, a partition a month. */
@Entity('activity_history')
export class ActivityHistoryEntity extends HistoryEntity<ActivityState> {
  @Column('uuid') activityId: string;
}
