import type { HomeVisitCause } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HomeVisit } from './home-visit.js';
import type { HomeVisitState } from './home-visit.transitions.js';

/** 上门服务 */
@Entity('home_visit')
export class HomeVisitEntity implements HomeVisit {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: HomeVisitState;
  @Column('text') areaCode: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('text') cause: HomeVisitCause;
  @Column('uuid', { nullable: true }) serviceCaseId: string | null;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('text') workerId: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('timestamptz') plannedAt: Date;
  @Column('timestamptz', { nullable: true }) visitedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { nullable: true }) takeBackUntil: Date | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('home_visit_history')
export class HomeVisitHistoryEntity extends HistoryEntity<HomeVisitState> {
  @Column('uuid') homeVisitId: string;
}
