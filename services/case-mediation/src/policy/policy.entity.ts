import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a policy value. Rows are only added; the highest version counts. */
@Entity('policy')
export class PolicyEntity {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('int') version: number;
  @Column('jsonb') value: object;
  @Column('text') note: string | null;
  @Column('text') setBy: string;
  @Column('timestamptz') effectiveFrom: Date;
}
