import type { KnockOutcome } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoundTarget } from './round-target.js';

/** 敲门住户 */
@Entity('round_target')
export class RoundTargetEntity implements RoundTarget {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid') roundId: string;
  @Column('int') number: number;
  @Column('text') areaCode: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { nullable: true }) household: string | null;
  @Column('uuid', { array: true }) residentIds: readonly string[];
  @Column('text', { nullable: true }) outcome: KnockOutcome | null;
  @Column('int') knocks: number;
  @Column('timestamptz', { nullable: true }) lastKnockAt: Date | null;
}
