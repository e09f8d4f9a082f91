import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Policies, PolicyName, PolicyVersion } from './policy.js';

@Entity('policy')
export class PolicyEntity implements PolicyVersion {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: PolicyName;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'jsonb' }) value: Policies[PolicyName];
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ type: 'text' }) setBy: string;
  @Column({ type: 'timestamptz' }) setAt: Date;
}
