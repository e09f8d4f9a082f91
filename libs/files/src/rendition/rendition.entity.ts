import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Region } from '../inspect/region.js';
import type { Rendition } from './rendition.js';

/** 公开版 of a file. Its bytes lie in the storage under its own id, as long as it is asked for or shown. */
@Entity('file_rendition')
export class RenditionEntity implements Rendition {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') fileId: string;
  @Column('text') state: Rendition['state'];
  @Column('int') version: number;
  @Column('jsonb') masks: readonly Region[];
  @Column('int') bytes: number;
  @Column('text') sha256: string;
  @Column('int') width: number;
  @Column('int') height: number;
  @Column('text') askedBy: string;
  @Column('timestamptz') askedAt: Date;
  /** What is told of it once it is published: what its file belongs to, the matter, and where that lies. */
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column('uuid', { nullable: true }) matterId: string | null;
  @Column('text', { nullable: true }) areaCode: string | null;
  @Column('text', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
