import type { KnockNeedKind } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KnockNeed } from './knock-need.js';
import type { KnockNeedState } from './knock-need.transitions.js';

/** 敲门发现的需求 */
@Entity('knock_need')
export class KnockNeedEntity implements KnockNeed {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: KnockNeedState;
  @Column('uuid') knockId: string;
  @Column('uuid') targetId: string;
  @Column('uuid') roundId: string;
  @Column('text') areaCode: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text') need: KnockNeedKind;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) linkedId: string | null;
  @Column('timestamptz') foundAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('knock_need_history')
export class KnockNeedHistoryEntity extends HistoryEntity<KnockNeedState> {
  @Column('uuid') knockNeedId: string;
}
