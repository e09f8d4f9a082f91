import type { EmergencyNumber } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 诉求类别: a node of the category tree; two digits a level, `000000`-filled to the right. */
@Entity('category')
export class CategoryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text', { array: true }) synonyms: readonly string[];
  @Column('text', { nullable: true }) emergencyNumber: EmergencyNumber | null;
  @Column('int') version: number;
}
