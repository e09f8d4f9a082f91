import { defineCodeTable } from '@zero-distance/kernel';
import { FACILITIES, SERVICE_POINT_KINDS, STATION_STANDARDS } from './service-point.js';

/** The words of service points, with their names. */
export const SERVICE_POINT_CODE_TABLES = [
  defineCodeTable('service-point-kind', SERVICE_POINT_KINDS, {
    'community-window': '社区综合服务窗口 / community window',
    'village-station': '村级便民服务站 / village station',
    'warm-bee-station': '暖蜂驿站 / warm-bee station',
  }),
  defineCodeTable('facility', FACILITIES, {
    water: '饮水 / water',
    rest: '休息座椅 / seats',
    heating: '取暖 / heating',
    microwave: '微波炉 / microwave',
    fridge: '冰箱 / fridge',
    charging: '充电 / charging',
    'first-aid': '急救箱 / first aid',
    'blood-pressure': '血压计 / blood pressure meter',
    toilet: '卫生间 / toilet',
    umbrella: '雨伞 / umbrellas',
    wifi: '无线网络 / Wi-Fi',
    books: '图书 / books',
  }),
  defineCodeTable('station-standard', STATION_STANDARDS, {
    sign: '有标识 / a sign',
    place: '有场所 / a place of its own',
    equipment: '有设备 / equipment',
    rules: '有制度 / rules',
    staff: '有人员 / staff',
    map: '上地图 / on the map',
  }),
];
