import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000097', from: '2026-12-05' };

/** The refusals about outcomes of activities. */
export const refuseOutcome = defineErrors('intake', EXAMPLES, {
  'activity_outcome.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的活动成效，或不在您的管辖范围内。',
    en: 'There is no activity outcome {id} within what you may see.',
  },
  'activity_outcome.not_attended': {
    status: 409,
    zh: '只有到场的人有成效；请先签到。',
    en: 'Something came of it only for somebody who came: record that first.',
  },
  'activity_outcome.erased': {
    status: 409,
    zh: '此人的姓名和电话已清除，不再登记其成效。',
    en: 'Who it was is erased: nothing more is recorded of them.',
  },
  'activity_outcome.no_evidence': {
    status: 422,
    zh: '录用须有凭证（合同、录用通知等），请先上传文件并填写 files。',
    en: 'That somebody was hired takes evidence, as a contract or a letter: send it as a file and name it in files.',
  },
  'activity_outcome.employer_wrong': {
    status: 422,
    zh: '招聘会的录用、面试须填写其招聘单位之一，其他成效不填。',
    en: 'A hire or an interview of a job fair names one of its employers, and nothing else names any.',
  },
  'activity_outcome.day_wrong': {
    status: 422,
    zh: '日期须在活动开始当日（{from}）至今天之间。',
    en: 'It happened between the day of the activity ({from}) and today.',
  },
  'activity_outcome.follow_up_wrong': {
    status: 422,
    zh: '回访日不早于 {from}（录用按策略 outcome-follow-up-days），不晚于一年后。',
    en: 'It is asked about on {from} at the earliest (of a hire by policy outcome-follow-up-days), and within a year.',
  },
  'activity_outcome.kind_wrong': {
    status: 422,
    zh: '录用和面试只出自招聘会或五送活动。',
    en: 'A hire or an interview comes of a job fair, or of a session of the five deliveries.',
  },
  'activity_outcome.recorded_already': {
    status: 409,
    zh: '此人的这项成效已登记；一人一项只计一次。',
    en: 'This is recorded of them already: it counts once a person.',
  },
  'activity_outcome.too_soon': {
    status: 409,
    zh: '回访日（{from}）未到。',
    en: 'It is to be asked about on {from}, and not before.',
  },
});
