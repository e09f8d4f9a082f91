import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Responsibility } from '../responsibility.js';

@Entity('responsibility')
export class ResponsibilityEntity implements Responsibility {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'text' }) categoryPrefix: string;
  @Column({ type: 'text' }) areaPrefix: string;
  @Column({ type: 'uuid' }) leadOrganisationId: string;
  @Column({ type: 'uuid', array: true }) coOrganisationIds: string[];
  @Column({ type: 'timestamptz' }) effectiveFrom: Date;
  @Column({ type: 'timestamptz', nullable: true }) effectiveTo: Date | null;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'text' }) setBy: string;
  @Column({ type: 'timestamptz' }) setAt: Date;
}
