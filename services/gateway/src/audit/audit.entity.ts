import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditEntry } from './audit.js';

/** 审计记录. Added to, never changed. */
@Entity('audit')
export class AuditEntity implements AuditEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') service: string;
  @Column('text') action: string;
  @Column('text') subject: string;
  @Column('text') actorId: string;
  @Column('text', { nullable: true }) clientId: string | null;
  @Column('text', { nullable: true }) organisation: string | null;
  @Column('jsonb', { nullable: true }) detail: Readonly<Record<string, string>> | null;
  @Column('timestamptz') at: Date;
}

/** A line that has no place in the chain yet. */
@Entity('audit_waiting')
export class AuditWaitingEntity {
  @PrimaryColumn('uuid') auditId: string;
}
