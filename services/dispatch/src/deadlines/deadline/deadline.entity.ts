import type { DurationUnit } from '@zero-distance/calendar';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeadlineKind } from './deadline.js';

/** 时限台账: a row for everything that set or moved the time to answer. */
@Entity('deadline_entry')
export class DeadlineEntryEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid' }) workOrderId: string;
  @Column({ type: 'int' }) round: number;
  @Column({ type: 'text' }) kind: DeadlineKind;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ type: 'numeric', nullable: true }) amount: number | null;
  @Column({ type: 'text', nullable: true }) unit: DurationUnit | null;
  @Column({ type: 'text', nullable: true }) edition: string | null;
}
