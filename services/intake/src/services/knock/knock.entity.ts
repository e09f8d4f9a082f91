import type { KnockOutcome } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Knock } from './knock.js';

/** 敲门 */
@Entity('knock')
export class KnockEntity implements Knock {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid') targetId: string;
  @Column('uuid') roundId: string;
  @Column('text') areaCode: string;
  @Column('timestamptz') at: Date;
  @Column('text') outcome: KnockOutcome;
  @Column('text', { nullable: true }) said: string | null;
  @Column('text') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('text', { nullable: true }) correctedBy: string | null;
  @Column('text', { nullable: true }) correction: string | null;
}
