import { defineCodeTable } from '@zero-distance/kernel';

export const DEAD_LETTER_STATES = ['waiting', 'replayed', 'discarded'] as const;

export const DEAD_LETTER_TABLES = [
  defineCodeTable('dead-letter-state', DEAD_LETTER_STATES, {
    waiting: '待处理 / waiting',
    replayed: '已重放 / replayed',
    discarded: '已放弃 / discarded',
  }),
];
