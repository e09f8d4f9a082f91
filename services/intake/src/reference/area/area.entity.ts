import type { AreaComparisonType } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 区划: one area of one edition of the code table. */
@Entity('area')
export class AreaEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) comparisonType: AreaComparisonType | null;
  @Column('text') edition: string;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  @Column('text', { nullable: true }) successorArea: string | null;
  @Column('int') version: number;
}
