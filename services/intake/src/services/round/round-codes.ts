import { defineCodeTable } from '@zero-distance/kernel';
import { QUESTION_KINDS } from './question.js';
import { ROUND_STATES } from './round.transitions.js';

/** The words of door-knocking rounds, with their names. */
export const ROUND_CODE_TABLES = [
  defineCodeTable('round-state', ROUND_STATES, {
    planned: '计划中 / planned',
    open: '进行中 / open',
    closed: '已结束 / closed',
    cancelled: '已取消 / cancelled',
  }),
  defineCodeTable('question-kind', QUESTION_KINDS, {
    'yes-no': '是否 / yes or no',
    number: '数量 / a number',
    choice: '单选 / one of several',
    words: '文字 / words',
  }),
];
