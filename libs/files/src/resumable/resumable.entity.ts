import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResumableUpload } from './resumable.js';

/** 续传: a file on its way in pieces. What has arrived lies in the directory for pieces, under its id; how much that is, its size says. */
@Entity('file_upload')
export class ResumableUploadEntity implements ResumableUpload {
  @PrimaryColumn('uuid') id: string;
  @Column('int') length: number;
  @Column('boolean') keepsPlaceAndTime: boolean;
  @Column('text') createdBy: string;
  @Column('timestamptz') expiresAt: Date;
  @Column('uuid', { nullable: true }) fileId: string | null;
}
