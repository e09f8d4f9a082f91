import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', days: 31, most: 2000, from: '2026-12-05T01:00:00.000Z' };

/** The refusals about activities. */
export const refuseActivity = defineErrors('intake', EXAMPLES, {
  'activity.not_found': { status: 404, zh: '没有编号为 {id} 的活动。', en: 'There is no activity {id}.' },
  'activity.not_yours': {
    status: 403,
    zh: '该活动不在您的管辖范围内，只能查看；请由所在区域的受理员操作。',
    en: 'This activity is of another area: look at it, and let a clerk of that area act on it.',
  },
  'activity.turned': { status: 422, zh: '结束时间须晚于开始时间。', en: 'It has to end after it begins.' },
  'activity.over': { status: 422, zh: '开始时间已过；请填写以后的时间。', en: 'It would have begun already: name a time to come.' },
  'activity.too_long': {
    status: 422,
    zh: '一场活动最长 {days} 天（策略 activity-longest-days）；更长的请分几场。',
    en: 'An activity takes {days} days at most (policy activity-longest-days): make several of it.',
  },
  'activity.too_far': {
    status: 422,
    zh: '活动最多可提前 {days} 天计划（策略 activity-ahead-days）。',
    en: 'An activity is planned {days} days ahead at most (policy activity-ahead-days).',
  },
  'activity.too_many_places': {
    status: 422,
    zh: '一场活动最多 {most} 个名额（策略 activity-places）；请分几场。',
    en: 'An activity has {most} places at most (policy activity-places): make several of it.',
  },
  'activity.delivery_wrong': {
    status: 422,
    zh: '五送活动（five-delivery）须填写 delivery，其他活动不填。',
    en: 'A session of the five deliveries says which (delivery), and no other activity does.',
  },
  'activity.employer_twice': {
    status: 422,
    zh: '同一招聘单位只列一次，岗位数合并填写。',
    en: 'Each employer is named once, with all of its posts.',
  },
  'activity.employers_wrong': {
    status: 422,
    zh: '只有招聘会（job-fair）填写招聘单位。',
    en: 'Employers are named of a job fair alone.',
  },
  'activity.not_begun': {
    status: 409,
    zh: '活动尚未开始，{from} 起可登记举行（策略 activity-doors-hours）。',
    en: 'It has not begun: it can be held from {from} on (policy activity-doors-hours).',
  },
});
