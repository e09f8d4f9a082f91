import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyName } from './policy.js';

/** One version of a policy value. Rows are only added; the highest version counts. */
@Entity('policy')
export class PolicyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: PolicyName;
  @Column('int') version: number;
  @Column('jsonb') value: number;
  @Column('text') reason: string | null;
  @Column('text') setBy: string;
  @Column('timestamptz') setAt: Date;
}
