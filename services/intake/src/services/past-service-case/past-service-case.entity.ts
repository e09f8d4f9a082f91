import type { Satisfaction } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PastCaseOutcome, PastServiceCase } from './past-service-case.js';

/** 历史办件 */
@Entity('past_service_case')
export class PastServiceCaseEntity implements PastServiceCase {
  @PrimaryColumn('uuid') id: string;
  @Column('text') pastReference: string;
  @Column('text') areaCode: string;
  @Column('text') itemCode: string;
  @Column('text') outcome: PastCaseOutcome;
  @Column('boolean') oneStop: boolean;
  @Column('boolean') askedLater: boolean;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('boolean', { nullable: true }) oneVisit: boolean | null;
  @Column('boolean', { nullable: true }) alone: boolean | null;
  @Column('text', { nullable: true }) satisfaction: Satisfaction | null;
  @Column('timestamptz', { nullable: true }) ratedAt: Date | null;
}
