import type { HolidayKind } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Holiday } from '../../reference/holiday.js';

@Entity('holiday')
export class HolidayEntity implements Holiday {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'date' }) date: string;
  @Column({ type: 'text' }) kind: HolidayKind;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', nullable: true }) hours: string | null;
  @Column({ type: 'timestamptz' }) setAt: Date;
  @Column({ type: 'int' }) version: number;
}
