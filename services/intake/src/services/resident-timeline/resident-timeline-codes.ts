import { defineCodeTable } from '@zero-distance/kernel';
import { RESIDENT_SERVICES } from './resident-timeline.js';

/** The words of what was done for a resident, with their names. */
export const RESIDENT_TIMELINE_CODE_TABLES = [
  defineCodeTable('resident-service', RESIDENT_SERVICES, {
    'service-case': '办件 / service case',
    'home-visit': '上门服务 / visit at home',
    'service-order': '服务订单 / service order',
    'activity-booking': '活动报名 / booking of an activity',
  }),
];
