import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099' };

/** The refusals about missed calls. */
export const refuseMissedCall = defineErrors('intake', EXAMPLES, {
  'missed_call.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的未接来电，或不在您的管辖范围内。',
    en: 'There is no missed call {id} within what you may see.',
  },
  'missed_call.in_future': {
    status: 422,
    zh: '来电时间不能晚于现在，请填写实际来电时间。',
    en: 'Nobody has called yet: give the time of the call.',
  },
  'missed_call.request_wanted': {
    status: 422,
    zh: '结果为“登记诉求”时须填所登记诉求的 requestId，其他结果不填。',
    en: 'Name the request that came of it (requestId) with the outcome "request", and with no other.',
  },
  'missed_call.no_number': {
    status: 409,
    zh: '该来电已回拨或已结束，号码不再保留。',
    en: 'The call was called back or is over: its number is kept no longer.',
  },
});
