import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Client } from './client.js';

/** 应用 */
@Entity('client')
export class ClientEntity implements Client {
  @PrimaryColumn('text') id: string;
  @Column('int') version: number;
  @Column('text') name: string;
  @Column('text', { nullable: true }) secretHash: string | null;
  @Column('int') credentialVersion: number;
  @Column('text', { array: true }) scopes: readonly string[];
  @Column('text', { array: true }) roles: readonly string[];
  @Column('text') area: string;
  @Column('text', { nullable: true }) org: string | null;
  @Column('text', { array: true }) redirectUris: readonly string[];
  @Column('text', { array: true }) postLogoutRedirectUris: readonly string[];
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('timestamptz') updatedAt: Date;
}
