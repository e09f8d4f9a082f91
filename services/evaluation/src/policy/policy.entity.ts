import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a policy's value. Rows are only added. */
@Entity('policy')
export class PolicyEntity {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('int') version: number;
  @Column('int') value: number;
  @Column('text') changedBy: string;
  @Column('timestamptz') changedAt: Date;
}
