import type { CareRisk } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PastCare } from './past-care.js';

/** 历史走访 */
@Entity('past_care')
export class PastCareEntity implements PastCare {
  @PrimaryColumn('uuid') id: string;
  @Column('text') pastReference: string;
  @Column('text') areaCode: string;
  @Column('text') risk: CareRisk;
  @Column('int') everyDays: number;
  @Column('date') fromOn: string;
  @Column('date') untilOn: string;
  @Column('date', { nullable: true }) firstDueOn: string | null;
  @Column('text', { array: true }) visitedOn: readonly string[];
}
