import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Premises, PremisesKind, PremisesStatus } from './premises.js';

/** 场所 */
@Entity('premises')
export class PremisesEntity implements Premises {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: PremisesKind;
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) creditCode: string | null;
  @Column('text') address: string;
  @Column('double precision', { nullable: true }) size: number | null;
  @Column('text') status: PremisesStatus;
}
