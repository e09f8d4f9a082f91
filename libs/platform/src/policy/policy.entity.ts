import type { PolicyVersion } from '@zero-distance/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a policy. Rows are only added; the highest version counts. */
@Entity('policy')
export class PolicyEntity implements PolicyVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('int') version: number;
  @Column('jsonb') value: unknown;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') setBy: string;
  @Column('timestamptz') setAt: Date;
}
