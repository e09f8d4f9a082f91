import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PastCall } from './past-call.js';

/** 历史来电 */
@Entity('past_call')
export class PastCallEntity implements PastCall {
  @PrimaryColumn('uuid') id: string;
  @Column('text') pastReference: string;
  @Column('text') areaCode: string;
  @Column('text') line: string;
  @Column('timestamptz') calledAt: Date;
  @Column('boolean') answered: boolean;
  @Column('int', { nullable: true }) answerSeconds: number | null;
}
