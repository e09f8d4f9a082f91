import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Stop, StopState } from './round.js';

@Entity('round_stop')
export class RoundStopEntity implements Stop {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') month: string;
  @Column('uuid') premisesId: string;
  @Column('text') areaCode: string;
  @Column('text') state: StopState;
  @Column('uuid', { nullable: true }) visitId: string | null;
}
