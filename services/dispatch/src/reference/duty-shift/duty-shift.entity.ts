import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DutyShift } from './duty-shift.js';

/** 值班安排 */
@Entity('duty_shift')
export class DutyShiftEntity implements DutyShift {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') organisationCode: string;
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) post: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneMasked: string | null;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('boolean') cancelled: boolean;
  @Column('int') version: number;
}
