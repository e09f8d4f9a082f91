import { defineCodeTable } from '@zero-distance/kernel';
import { PAST_FOLLOW_UPS } from './past-activity-outcome.js';

/** The words of outcomes of activities of the time before, with their names. */
export const PAST_ACTIVITY_OUTCOME_CODE_TABLES = [
  defineCodeTable('past-activity-follow-up', PAST_FOLLOW_UPS, {
    recorded: '未回访 / nobody asked later',
    confirmed: '仍在 / still so',
    lost: '已失 / so no more',
  }),
];
