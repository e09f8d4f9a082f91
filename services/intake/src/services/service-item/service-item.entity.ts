import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceGroup } from './service-item.js';

/** 服务事项: what a resident can order, from whom, with which papers, where and how soon. */
@Entity('service_item')
export class ServiceItemEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') group: ServiceGroup;
  @Column('text') field: string;
  @Column('text', { array: true }) eligibleGroups: string[];
  @Column('text', { array: true }) materials: string[];
  @Column('text', { array: true }) steps: string[];
  @Column('int') timeLimitWorkingDays: number;
  /** Code of the organisation, as in tokens. */
  @Column('text') handlingOrganisation: string;
  @Column('text', { array: true }) places: string[];
  @Column('boolean') oneStop: boolean;
  @Column('boolean') assisted: boolean;
  @Column('int') version: number;
}
