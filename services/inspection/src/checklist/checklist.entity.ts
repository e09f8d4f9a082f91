import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Checklist, ChecklistItem } from './checklist.js';

/** 检查表 */
@Entity('checklist')
export class ChecklistEntity implements Checklist {
  @PrimaryColumn('int') version: number;
  @Column('int') recheckWorkingDays: number;
  @Column('jsonb') items: ChecklistItem[];
  @Column('timestamptz') publishedAt: Date;
  @Column('text') publishedBy: string;
}
