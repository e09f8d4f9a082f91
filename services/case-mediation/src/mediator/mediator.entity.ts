import type { CaseType } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mediator, Qualification } from './mediator.js';

@Entity('mediator')
export class MediatorEntity implements Mediator {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') qualification: Qualification;
  @Column('text', { array: true }) specialities: readonly CaseType[];
  @Column('text') areaCode: string;
  @Column('text') committee: string;
  @Column('timestamptz') registeredAt: Date;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  @Column('text', { nullable: true }) successorMediator: string | null;
  @Column('int') version: number;
}
