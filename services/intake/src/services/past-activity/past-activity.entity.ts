import type { ActivityKind, Delivery } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PastActivity } from './past-activity.js';

/** 历史活动 */
@Entity('past_activity')
export class PastActivityEntity implements PastActivity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') pastReference: string;
  @Column('text') areaCode: string;
  @Column('text') kind: ActivityKind;
  @Column('text', { nullable: true }) delivery: Delivery | null;
  @Column('timestamptz') startsAt: Date;
  @Column('int') attended: number;
}
