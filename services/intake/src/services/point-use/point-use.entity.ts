import type { UseMethod } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PointUse } from './point-use.js';
import type { PointUseState } from './point-use.transitions.js';

/** 阵地使用 */
@Entity('point_use')
export class PointUseEntity implements PointUse {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: PointUseState;
  @Column('text') servicePointCode: string;
  @Column('text') areaCode: string;
  @Column('text') countedIn: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('date') day: string;
  @Column('int', { nullable: true }) fromHour: number | null;
  @Column('int', { nullable: true }) toHour: number | null;
  @Column('int') uses: number;
  @Column('text') method: UseMethod;
  @Column('int', { nullable: true }) firstUses: number | null;
  @Column('text', { nullable: true }) firstMethod: UseMethod | null;
  @Column('text') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz') correctableUntil: Date;
}

/** What was done with it, a partition a month. */
@Entity('point_use_history')
export class PointUseHistoryEntity extends HistoryEntity<PointUseState> {
  @Column('uuid') pointUseId: string;
}
