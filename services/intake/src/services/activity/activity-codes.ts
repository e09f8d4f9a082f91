import { ACTIVITY_KINDS, DELIVERIES } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { ACTIVITY_STATES } from './activity.transitions.js';

/** The words of activities, with their names. */
export const ACTIVITY_CODE_TABLES = [
  defineCodeTable('activity-state', ACTIVITY_STATES, {
    planned: '计划中 / planned',
    announced: '已预告 / announced',
    held: '举行中 / being held',
    closed: '已结束 / closed',
    cancelled: '已取消 / cancelled',
  }),
  defineCodeTable('activity-kind', ACTIVITY_KINDS, {
    'five-delivery': '五送 / five deliveries',
    'job-fair': '招聘会 / job fair',
    'health-check': '健康体检 / health check',
    culture: '文化活动 / culture',
  }),
  defineCodeTable('delivery', DELIVERIES, {
    policy: '送政策 / policy',
    skills: '送技能 / skills',
    health: '送健康 / health',
    warmth: '送温暖 / warmth',
    convenience: '送便利 / convenience',
  }),
];
