import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a policy value. Rows are only added; the highest version counts. */
@Entity('policy')
export class PolicyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('int') version: number;
  @Column('jsonb') value: object;
  @Column('text') reason: string | null;
  @Column('text') setBy: string;
  @Column('timestamptz') setAt: Date;
}
