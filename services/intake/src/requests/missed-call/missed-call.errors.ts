import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = {
  id: '0190a5c0-7c1e-7000-8000-000000000099',
  days: 30,
  earliest: '2026-10-30T04:00:00.000Z',
  notBefore: '2026-11-29T05:00:00.000Z',
};

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
  'missed_call.too_late': {
    status: 422,
    zh: '未接来电须在来电后 {days} 日内登记：来电时间不得早于 {earliest}，请核对。',
    en: 'A missed call is recorded within {days} days: calledAt may not be before {earliest}. Look at the time of the call again.',
  },
  'missed_call.request_wanted': {
    status: 422,
    zh: '结果为“登记诉求”时须填所登记诉求的 requestId，其他结果不填。',
    en: 'Name the request that came of it (requestId) with the outcome "request", and with no other.',
  },
  'missed_call.attempt_too_soon': {
    status: 429,
    zh: '距上次回拨未通的时间太短，{notBefore} 之后才能再登记一次未通；接通了请登记回拨结果（call-back）。',
    en: 'The last attempt was too short a time ago: another one counts from {notBefore} on. When somebody was reached, record what came of it (call-back).',
  },
  'missed_call.no_number': {
    status: 409,
    zh: '该来电已回拨或已结束，号码不再保留。',
    en: 'The call was called back or is over: its number is kept no longer.',
  },
});
