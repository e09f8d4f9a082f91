import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResidentReference } from './resident-reference.js';

/** 原编号, by its keyed hash: under one number somebody is brought in once. */
@Entity('resident_reference')
export class ResidentReferenceEntity implements ResidentReference {
  @PrimaryColumn('text') referenceIndex: string;
  @Column('uuid') residentId: string;
  @Column('text', { nullable: true }) saidIndex: string | null;
}
