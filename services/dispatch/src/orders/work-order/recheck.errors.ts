import { defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { until: '2026-11-24T04:00:00.000Z' };

/** The refusals about looking at a matter again. */
export const refuseRecheck = defineErrors('dispatch', EXAMPLES, {
  'work_order.recheck_awaited': {
    status: 409,
    zh: '该类别结案前由发现人复核，复核期限 {until}：请待其复核，或逾期后再审核；反馈有误可先退回。',
    en: 'Who found it looks again before this is closed, until {until}: wait for that, or approve it after that time. A reply that is wrong can be sent back now.',
  },
  'work_order.no_recheck': {
    status: 409,
    zh: '本工单现在不待复核：已复核、已逾期，或该类别不要求复核。',
    en: 'This order does not wait to be looked at again: that was done, or its time is over, or its category does not want it.',
  },
  'work_order.not_finder': {
    status: 403,
    zh: '只有发现该事项的网格员可以复核。',
    en: 'Only the grid worker who found the matter says whether it is done.',
  },
});
