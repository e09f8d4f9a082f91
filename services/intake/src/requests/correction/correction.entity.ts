import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Correct } from '../request/request.js';
import type { Correction } from './correction.js';

/** 更正记录: columns of {@link Correction}. */
@Entity('request_correction')
export class CorrectionEntity implements Correction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('timestamptz') at: Date;
  @Column('text') actorId: string;
  @Column('text') reason: string;
  @Column('jsonb') before: Partial<Correct>;
  @Column('jsonb') after: Partial<Correct>;
}
