import type { Facility, ServicePointKind } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServicePoint, StationStandard } from './service-point.js';

/** 阵地: columns of {@link ServicePoint}. */
@Entity('service_point')
export class ServicePointEntity implements ServicePoint {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') kind: ServicePointKind;
  @Column('text') name: string;
  @Column('text') areaCode: string;
  @Column('text') address: string;
  @Column('float8') longitude: number;
  @Column('float8') latitude: number;
  @Column('text', { array: true }) facilities: Facility[];
  @Column('text', { array: true }) standards: StationStandard[];
  @Column('text', { array: true }) hours: string[];
  @Column('boolean') closedOnHolidays: boolean;
  @Column('int') bays: number;
  @Column('boolean') ofUnion: boolean;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text') operatorOrganisation: string;
  @Column('text') faultCategoryCode: string;
  @Column('date', { nullable: true }) retiredOn: string | null;
  @Column('text', { nullable: true }) successorCode: string | null;
  @Column('int') version: number;
}
