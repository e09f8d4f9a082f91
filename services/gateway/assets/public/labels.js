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
const hours = (value) => {
  const minutes = Math.round(value * 60);
  if (minutes < 1) return '不到 1 分钟';
  return minutes < 60 ? `${minutes} 分钟` : `${value.toLocaleString('zh-CN', { maximumFractionDigits: 1 })} 小时`;
};

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

/** Instead of a figure that is not published: it is of few people, or would tell such a figure by subtraction. */
export const withheld = (minimum) => [
  `少于 ${minimum}（或可由此推算），未公布`,
  `Not published: fewer than ${minimum}, or would tell such a number`,
];
export const SMALL_SAMPLE = ['回访样本偏少，比率请谨慎解读。', 'Few callbacks: read the rates with care.'];
export const asOf = (iso) => [`数据截至 ${moment(iso)}，公布后不再变动。`, `As of ${moment(iso)}; not changed since.`];
