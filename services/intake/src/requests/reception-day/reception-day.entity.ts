import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReceptionDay } from './reception-day.js';
import type { ReceptionDayState } from './reception-day.transitions.js';

/** 居民接待日 */
@Entity('reception_day')
export class ReceptionDayEntity implements ReceptionDay {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: ReceptionDayState;
  @Column('text') areaCode: string;
  @Column('text') host: string;
  @Column('text') place: string;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('text', { nullable: true }) topic: string | null;
  @Column('timestamptz') announcedAt: Date;
  @Column('text', { nullable: true }) pastReference: string | null;
  @Column('int', { nullable: true }) visitors: number | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  /** Not stored: {@link ReceptionDay.matters}. */
  matters?: number;
  /** Not stored: {@link ReceptionDay.openMatters}. */
  openMatters?: number;
}

/** What was done with it, a partition a month. */
@Entity('reception_day_history')
export class ReceptionDayHistoryEntity extends HistoryEntity<ReceptionDayState> {
  @Column('uuid') receptionDayId: string;
}
