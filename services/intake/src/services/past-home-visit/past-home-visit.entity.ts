import type { HomeVisitCause } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PastHomeVisit } from './past-home-visit.js';

/** 历史上门服务 */
@Entity('past_home_visit')
export class PastHomeVisitEntity implements PastHomeVisit {
  @PrimaryColumn('uuid') id: string;
  @Column('text') pastReference: string;
  @Column('text') areaCode: string;
  @Column('text') cause: HomeVisitCause;
  @Column('timestamptz') visitedAt: Date;
}
