// Codes as people read them: Chinese, then English. A code that is not here is shown as it is.
export const KINDS = {
  inquiry: ['咨询', 'Inquiry'],
  help: ['求助', 'Help'],
  complaint: ['投诉', 'Complaint'],
  report: ['举报', 'Report'],
  suggestion: ['建议', 'Suggestion'],
  'service-order': ['点单', 'Service order'],
  snapshot: ['随手拍', 'Snapshot'],
  dispute: ['纠纷', 'Dispute'],
};
export const SATISFACTION = {
  'very-satisfied': ['非常满意', 'Very satisfied'],
  satisfied: ['满意', 'Satisfied'],
  'basically-satisfied': ['基本满意', 'Fairly satisfied'],
  dissatisfied: ['不满意', 'Dissatisfied'],
  'very-dissatisfied': ['非常不满意', 'Very dissatisfied'],
};
export const STAGES = { 受理: 'Received', 处置: 'In hand', 反馈: 'Answered', 评价: 'Rated' };

const count = (value) => value.toLocaleString('zh-CN');
const share = (value) => `${(value * 100).toLocaleString('zh-CN', { maximumFractionDigits: 1 })}%`;
const hours = (value) => `${value.toLocaleString('zh-CN', { maximumFractionDigits: 1 })} 小时`;

/** The figures in the order they are shown: field, Chinese, English, how it is written. */
export const FIGURES = [
  ['received', '受理', 'Received', count],
  ['closed', '办结', 'Closed', count],
  ['responseRate', '响应率', 'Response rate', share],
  ['solvedRate', '解决率', 'Solved', share],
  ['satisfactionRate', '满意率', 'Satisfied', share],
  ['onTimeRate', '按时率', 'On time', share],
  ['medianResponseHours', '答复时长中位数', 'Median time to answer', hours],
  ['p90ResponseHours', '九成答复时长', '9 in 10 answered within', hours],
];

const when = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });

/** A moment in district time; nothing for what has not happened yet. */
export const moment = (iso) => (iso ? when.format(new Date(iso)) : '');

/** This month in district time, as `YYYY-MM`. */
export const thisMonth = () =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(new Date());
