import { defineCodeTable } from '@zero-distance/kernel';
import { ROW_OUTCOMES } from './import.entity.js';

export const IMPORT_STATES = ['running', 'done'] as const;

/** The words of imports, with their names. */
export const IMPORT_TABLES = [
  defineCodeTable('import-state', IMPORT_STATES, { running: '进行中 / running', done: '已完成 / done' }),
  defineCodeTable('import-outcome', ROW_OUTCOMES, {
    created: '新增 / created',
    changed: '修改 / changed',
    unchanged: '无变化 / unchanged',
    refused: '不予导入 / refused',
  }),
];
