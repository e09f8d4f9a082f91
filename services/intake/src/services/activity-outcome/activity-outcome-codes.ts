import { ACTIVITY_OUTCOMES } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { ACTIVITY_OUTCOME_STATES } from './activity-outcome.transitions.js';

/** The words of outcomes, with their names. */
export const ACTIVITY_OUTCOME_CODE_TABLES = [
  defineCodeTable('activity-outcome-state', ACTIVITY_OUTCOME_STATES, {
    recorded: '已登记，待回访 / recorded',
    confirmed: '回访确认 / still so',
    lost: '回访已失 / so no more',
    unknown: '未能回访 / nobody asked',
    withdrawn: '已撤回 / withdrawn',
  }),
  defineCodeTable('activity-outcome', ACTIVITY_OUTCOMES, {
    hired: '录用 / hired',
    interview: '达成面试 / interview',
    trained: '参加培训 / trained',
    checked: '完成体检 / checked',
    'need-found': '发现需求 / a need was found',
  }),
];
