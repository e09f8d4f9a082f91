import type { FilePurpose } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MediaType } from './media-type.js';

/** 文件: a photo or document that somebody sent, and what it belongs to. Its bytes lie in the storage, under its id. */
@Entity('file')
export class FileEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') mediaType: MediaType;
  @Column('int') bytes: number;
  /** Of the bytes as they are kept. */
  @Column('text') sha256: string;
  /** Of the bytes as they were sent; the same where nothing was made anew. */
  @Column('text') receivedSha256: string;
  /** Of a picture's thumbnail; null for what is no picture. */
  @Column('int', { nullable: true }) thumbnailBytes: number | null;
  /** Of a picture, in pixels. */
  @Column('int', { nullable: true }) width: number | null;
  @Column('int', { nullable: true }) height: number | null;
  /** 拍摄时间、地点: as its camera had it, where whoever sent it asked to keep that. */
  @Column('timestamptz', { nullable: true }) takenAt: Date | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('text') uploadedBy: string;
  @Column('timestamptz') uploadedAt: Date;
  /** What it belongs to; null until it is attached, which happens once. */
  @Column('text', { nullable: true }) subjectKind: string | null;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  /** What it shows of its subject: `before`, `after`, … */
  @Column('text', { nullable: true }) purpose: FilePurpose | null;
  @Column('timestamptz', { nullable: true }) attachedAt: Date | null;
}
