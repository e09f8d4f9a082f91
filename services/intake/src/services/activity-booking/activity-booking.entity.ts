import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityState } from '../activity/activity.transitions.js';
import type { ActivityBooking } from './activity-booking.js';
import type { ActivityBookingState } from './activity-booking.transitions.js';

/** 活动报名 */
@Entity('activity_booking')
export class ActivityBookingEntity implements ActivityBooking {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: ActivityBookingState;
  @Column('text') number: string;
  @Column('uuid') activityId: string;
  @Column('text') areaCode: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) bookedBy: string | null;
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) nameMasked: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneMasked: string | null;
  @Column('text', { nullable: true }) phoneIndex: string | null;
  @Column('text', { nullable: true }) personIndex: string | null;
  @Column('uuid') personMark: string;
  @Column('int', { nullable: true }) place: number | null;
  @Column('boolean') online: boolean;
  @Column('timestamptz') bookedAt: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('timestamptz', { nullable: true }) attendedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  /** Not stored: {@link ActivityBooking.activityState}. */
  activityState: ActivityState;
  activityStartsAt: Date;
  hasOutcome: boolean;
}

/** What was done with it, a partition a month. */
@Entity('activity_booking_history')
export class ActivityBookingHistoryEntity extends HistoryEntity<ActivityBookingState> {
  @Column('uuid') activityBookingId: string;
}
