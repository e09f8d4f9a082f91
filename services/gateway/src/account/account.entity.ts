import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ManagedAccount } from './account.js';

/** 账号 */
@Entity('account')
export class AccountEntity implements ManagedAccount {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') username: string;
  @Column('text') name: string;
  @Column('text') passwordHash: string;
  @Column('text', { array: true }) scopes: readonly string[];
  @Column('text', { array: true }) roles: readonly string[];
  @Column('text') area: string;
  @Column('text', { nullable: true }) org: string | null;
  @Column('timestamptz', { nullable: true }) oneTimeUntil: Date | null;
  @Column('int') credentialVersion: number;
  @Column('bytea', { nullable: true }) totpSealed: Buffer | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('timestamptz') updatedAt: Date;
}
