import { USE_METHODS } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { POINT_USE_STATES } from './point-use.transitions.js';

/** The words of counts of uses, with their names. */
export const POINT_USE_CODE_TABLES = [
  defineCodeTable('point-use-state', POINT_USE_STATES, { recorded: '已登记 / recorded', corrected: '已更正 / corrected' }),
  defineCodeTable('use-method', USE_METHODS, {
    'door-counter': '门口计数器 / counter at the door',
    tally: '管理员登记 / tally of the keeper',
    scan: '扫码 / scanned codes',
    camera: '摄像头统计 / counted by a camera',
    estimate: '估算 / estimated',
  }),
];
