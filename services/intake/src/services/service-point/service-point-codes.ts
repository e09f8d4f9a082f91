import { FACILITIES, FACILITY_LABELS, SERVICE_POINT_KINDS } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { STATION_STANDARDS } from './service-point.js';

/** The words of service points, with their names. */
export const SERVICE_POINT_CODE_TABLES = [
  defineCodeTable('service-point-kind', SERVICE_POINT_KINDS, {
    'community-window': '社区综合服务窗口 / community window',
    'village-station': '村级便民服务站 / village station',
    'warm-bee-station': '暖蜂驿站 / warm-bee station',
  }),
  defineCodeTable('facility', FACILITIES, FACILITY_LABELS),
  defineCodeTable('station-standard', STATION_STANDARDS, {
    sign: '有标识 / a sign',
    place: '有场所 / a place of its own',
    equipment: '有设备 / equipment',
    rules: '有制度 / rules',
    staff: '有人员 / staff',
    map: '上地图 / on the map',
  }),
];
