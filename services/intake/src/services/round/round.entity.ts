import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Question } from './question.js';
import type { Round } from './round.js';
import type { RoundState } from './round.transitions.js';

/** 敲门行动 */
@Entity('round')
export class RoundEntity implements Round {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: RoundState;
  @Column('text') areaCode: string;
  @Column('text') title: string;
  @Column('date') fromOn: string;
  @Column('date') untilOn: string;
  @Column('timestamptz') endsAt: Date;
  @Column('jsonb') questions: readonly Question[];
  @Column('uuid', { nullable: true }) plannedBy: string | null;
  @Column('timestamptz') plannedAt: Date;
  @Column('timestamptz', { nullable: true }) openedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) explanation: string | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  /** Not stored: {@link Round.counts}. */
  counts?: Round['counts'];
}

/** What was done with it, a partition a month. */
@Entity('round_history')
export class RoundHistoryEntity extends HistoryEntity<RoundState> {
  @Column('uuid') roundId: string;
}
