import { defineCodeTable } from '@zero-distance/kernel';
import { PAST_CASE_OUTCOMES } from './past-service-case.js';

/** The words of service cases of the time before, with their names. */
export const PAST_SERVICE_CASE_CODE_TABLES = [
  defineCodeTable('past-service-case-outcome', PAST_CASE_OUTCOMES, {
    delivered: '已送达 / delivered',
    refused: '不予办理 / refused',
    withdrawn: '已撤回 / withdrawn',
  }),
];
