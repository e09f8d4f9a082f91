import { HOME_VISIT_CAUSES } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { HOME_VISIT_STATES } from './home-visit.transitions.js';

/** The words of home visits, with their names. */
export const HOME_VISIT_CODE_TABLES = [
  defineCodeTable('home-visit-state', HOME_VISIT_STATES, {
    planned: '已约定 / agreed',
    done: '已上门 / done',
    'not-met': '未见到 / not met',
    cancelled: '已取消 / cancelled',
  }),
  defineCodeTable('home-visit-cause', HOME_VISIT_CAUSES, {
    elderly: '年老体弱 / old and frail',
    disabled: '残疾 / disabled',
    ill: '患病 / ill',
    caring: '家有需照护的人 / looks after somebody',
  }),
];
