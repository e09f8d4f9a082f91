import { defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { until: '2026-11-24T04:00:00.000Z', evidence: 'photo' };

/** The refusals about looking at a matter again. */
export const refuseRecheck = defineErrors('dispatch', EXAMPLES, {
  'work_order.recheck_awaited': {
    status: 409,
    zh: '该类别结案前由发现人复核，复核期限 {until}：请待其复核，或逾期后再审核；反馈有误可先退回。',
    en: 'Who found it looks again before this is closed, until {until}: wait for that, or approve it after that time. A reply that is wrong can be sent back now.',
  },
  'work_order.evidence_lacking': {
    status: 409,
    zh: '该类别“已解决”须附 {evidence}，而本次反馈未附（诉求已更正，或该类别后来才要求）：请退回，由主办单位补齐后再反馈。',
    en: 'Of this category, a reply that it is solved has to show {evidence}, and this one does not (the request was corrected, or the category wants it since): send it back, so that it is replied with that.',
  },
  'work_order.no_recheck': {
    status: 409,
    zh: '本工单现在不待复核：已复核、已逾期，或该类别不要求复核；接下来由审核人审核（approve 或 reject）。仍有异议的，以 POST /requests/{id}/follow-up 追加。',
    en: 'This order does not wait to be looked at again: that was done, or its time is over, or its category does not want it. A reviewer goes on (approve or reject); what you have to say against it is a follow-up: POST /requests/{id}/follow-up.',
  },
  'work_order.not_finder': {
    status: 403,
    zh: '只有发现该事项的网格员可以复核；您发现未办好的，以 POST /requests/{id}/follow-up 追加，承办和审核人随即可见。',
    en: 'Only the grid worker who found the matter says whether it is done. If you see that it is not, say so as a follow-up: POST /requests/{id}/follow-up; who handles and who reviews it sees that at once.',
  },
});
