import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceGroup, ServiceItem } from './service-item.js';

/** What both tables say of an item. */
abstract class ItemColumns implements ServiceItem {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') group: ServiceGroup;
  @Column('text') field: string;
  @Column('text', { array: true }) eligibleGroups: string[];
  @Column('text', { array: true }) materials: string[];
  @Column('text', { array: true }) steps: string[];
  @Column('int') timeLimitWorkingDays: number;
  @Column('text') handlingOrganisation: string;
  @Column('text', { array: true }) places: string[];
  @Column('boolean') oneStop: boolean;
  @Column('boolean') assisted: boolean;
  @Column('text', { nullable: true }) fee: string | null;
  @Column('text', { nullable: true }) onlineLink: string | null;
  @Column('text', { nullable: true }) categoryCode: string | null;
  @Column('date', { nullable: true }) retiredOn: string | null;
  @Column('text', { nullable: true }) successorItem: string | null;
  @Column('int') version: number;
}

/** 服务事项: columns of {@link ServiceItem}. */
@Entity('service_item')
export class ServiceItemEntity extends ItemColumns {}

/** 事项的历次版本: as it was when something was ordered by it. */
@Entity('service_item_version')
export class ServiceItemVersionEntity extends ItemColumns {}
