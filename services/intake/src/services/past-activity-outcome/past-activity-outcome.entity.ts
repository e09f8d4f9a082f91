import type { ActivityOutcomeKind } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PastActivityOutcome, PastFollowUp } from './past-activity-outcome.js';

/** 历史活动成效 */
@Entity('past_activity_outcome')
export class PastActivityOutcomeEntity implements PastActivityOutcome {
  @PrimaryColumn('uuid') id: string;
  @Column('text') pastReference: string;
  @Column('text') activity: string;
  @Column('text') areaCode: string;
  @Column('text') outcome: ActivityOutcomeKind;
  @Column('date') occurredOn: string;
  @Column('text') followUp: PastFollowUp;
}
