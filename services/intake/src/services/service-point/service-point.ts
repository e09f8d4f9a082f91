import { dateOf } from '@zero-distance/calendar';
import type { Facility, ServicePointKind } from '@zero-distance/contracts';
import { MINUTE_MS } from '@zero-distance/kernel';
import type { Position } from '../../requests/request/point.js';

/** “六有”: sign 有标识, place 有场所, equipment 有设备, rules 有制度, staff 有人员, map 上地图 (field brief §2, practice). */
export const STATION_STANDARDS = ['sign', 'place', 'equipment', 'rules', 'staff', 'map'] as const;
export type StationStandard = (typeof STATION_STANDARDS)[number];

/** 阵地: where people are served or may rest, what is there, and when it is open. */
export interface ServicePoint {
  readonly id: string;
  readonly code: string;
  readonly kind: ServicePointKind;
  readonly name: string;
  readonly areaCode: string;
  readonly address: string;
  /** Degrees of WGS84. */
  readonly longitude: number;
  readonly latitude: number;
  readonly facilities: readonly Facility[];
  readonly standards: readonly StationStandard[];
  /** 开放时间, a line for the days that have the same: `1-5 08:30-11:30 13:30-17:00`. */
  readonly hours: readonly string[];
  /** 法定节假日休息: closed on public holidays, and open on working days that make up for them. */
  readonly closedOnHolidays: boolean;
  /** 车位: places to park; 0 where there are none. */
  readonly bays: number;
  /** 工会驿站: it is the union's, and serves as one of the 暖蜂驿站. */
  readonly ofUnion: boolean;
  readonly phone: string | null;
  /** Code of the organisation that runs it and mends what is broken there. */
  readonly operatorOrganisation: string;
  /** Under which category a fault of its facilities is filed. */
  readonly faultCategoryCode: string;
  /** The first day on which it is there no more; null while it is. */
  readonly retiredOn: string | null;
  /** Code of the one to go to instead. */
  readonly successorCode: string | null;
  readonly version: number;
}

/** What is there of it at the moment. */
export interface ServicePointState {
  /** 空余车位: as counted last; null where nobody has. */
  readonly freeBays: number | null;
  readonly baysCountedAt: Date | null;
}

/** Whether it is not retired yet. */
export const isThere = ({ retiredOn }: Pick<ServicePoint, 'retiredOn'>, now: Date): boolean =>
  retiredOn === null || dateOf(now) < retiredOn;

/** Where it is. */
export const positionOf = ({ longitude, latitude }: Pick<ServicePoint, 'longitude' | 'latitude'>): Position => [longitude, latitude];

/** 空余车位: null where nobody has counted, or so long ago that it says nothing of now. */
export const freeBaysNow = ({ freeBays, baysCountedAt }: ServicePointState, now: Date, minutes: number): number | null =>
  baysCountedAt !== null && now.getTime() - baysCountedAt.getTime() <= minutes * MINUTE_MS ? freeBays : null;
