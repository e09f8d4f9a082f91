import { defineErrors } from '@zero-distance/kernel';

/** A code to show in the documents. */
const EXAMPLES = { code: 'qs-0117' };

/** The refusals about mobile grid workers. */
export const refuseWorker = defineErrors('intake', EXAMPLES, {
  'mobile_grid_worker.not_found': {
    status: 404,
    zh: '没有编码为 {code} 的移动网格员，或不在您的管辖范围内。',
    en: 'There is no mobile grid worker {code} within what you may see.',
  },
  'mobile_grid_worker.account_taken': {
    status: 409,
    zh: '该账号已登记在另一编码下。',
    en: 'That account is registered under another code.',
  },
  'mobile_grid_worker.account_stays': {
    status: 409,
    zh: '账号不能更换：积分记在其名下。请将此编码注销，另行登记。',
    en: 'The account stays: points are in its name. Retire this code, and register another.',
  },
});
