import type { AccessAction } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 查看记录: who looked at whose personal data, erased it or took a list away, when and what for. Never changed, kept at least six months. */
@Entity('access_record')
export class AccessRecordEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') action: AccessAction;
  /** What was looked at: the id of the matter, or the list's row of the access table (`intake.requests.list`). */
  @Column('text') subject: string;
  @Column('text') actorId: string;
  @Column('text', { nullable: true }) purpose: string | null;
  /** Of an export: its format and what the list was asked for. */
  @Column('jsonb', { nullable: true }) detail: object | null;
  @Column('timestamptz') at: Date;
}
