import type { OrganisationKind } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Organisation } from '../organisation.js';

@Entity('organisation')
export class OrganisationEntity implements Organisation {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) kind: OrganisationKind;
  @Column({ type: 'text' }) areaCode: string;
  @Column({ type: 'text', nullable: true }) parentOrganisation: string | null;
  @Column({ type: 'timestamptz', nullable: true }) retiredAt: Date | null;
  @Column({ type: 'text', nullable: true }) successorOrganisation: string | null;
  @Column({ type: 'int' }) version: number;
}
