import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PastRound } from './past-round.js';

/** 历史敲门 */
@Entity('past_round')
export class PastRoundEntity implements PastRound {
  @PrimaryColumn('uuid') id: string;
  @Column('text') pastReference: string;
  @Column('text') areaCode: string;
  @Column('timestamptz') openedAt: Date;
  @Column('int') doors: number;
  @Column('int') met: number;
}
