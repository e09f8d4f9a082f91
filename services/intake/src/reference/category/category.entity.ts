import type { EmergencyNumber, Evidence } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 诉求类别: a node of the category tree; two digits a level, `000000`-filled to the right. */
@Entity('category')
export class CategoryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') scheme: string;
  @Column('text', { array: true }) synonyms: readonly string[];
  @Column('text', { array: true }) localNames: readonly string[];
  @Column('text', { array: true }) exclusions: readonly string[];
  @Column('text', { array: true }) confusables: readonly string[];
  @Column('text', { nullable: true }) filingConditions: string | null;
  @Column('text', { nullable: true }) closingConditions: string | null;
  @Column('text', { array: true }) requiredEvidence: readonly Evidence[];
  @Column('boolean') finderRechecks: boolean;
  @Column('text', { nullable: true }) componentType: string | null;
  @Column('text', { nullable: true }) matterType: string | null;
  @Column('text', { nullable: true }) open311Code: string | null;
  @Column('text', { nullable: true }) emergencyNumber: EmergencyNumber | null;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  @Column('text', { nullable: true }) successorCategory: string | null;
  @Column('int') version: number;
}
