import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000091', hours: 4, days: 7 };

/** The refusals about knocks. */
export const refuseKnock = defineErrors('intake', EXAMPLES, {
  'knock.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的敲门登记，或不在您的管辖范围内。',
    en: 'There is no knock {id} within what you may see.',
  },
  'knock.id_taken': {
    status: 409,
    zh: '编号 {id} 已用于另一次敲门；请换一个编号再登记。',
    en: 'The id {id} is that of another knock: record this one under another.',
  },
  'knock.round_not_open': {
    status: 409,
    zh: '敲门行动没有在进行，不能登记或更正敲门。',
    en: 'The round is not open: no knock is recorded or set right.',
  },
  'knock.not_in_time': {
    status: 422,
    zh: '敲门时间须在敲门行动开始之后、不晚于现在，且在最近 {days} 日之内（策略 knock-record-days）。',
    en: 'Somebody knocked after the round was opened, not later than now, and in the last {days} days (policy knock-record-days).',
  },
  'knock.too_soon': {
    status: 409,
    zh: '与同一户的另一次敲门相隔不到 {hours} 小时（策略 knock-interval-hours）；请换个时段再敲，或更正已登记的那次。',
    en: 'Somebody knocked at this door less than {hours} hours before or after (policy knock-interval-hours): come at another time, or set that knock right.',
  },
  'knock.answers_not_met': {
    status: 422,
    zh: '见到住户（met）的才填写答复。',
    en: 'Answers are given where somebody was met, and nowhere else.',
  },
  'knock.answer_wrong': {
    status: 422,
    zh: '没有这个问题，或答复不合其类型：是否填 yes、no，数量填 0–9999，单选填选项代码，每题只答一次。',
    en: 'There is no such question, or this is no answer to it: yes or no, a number up to 9999, the code of a choice; each is answered once.',
  },
  'knock.bank_data': {
    status: 422,
    zh: '敲门不登记银行卡信息；请删除后再提交。',
    en: 'Nothing of a bank card is recorded at a door: take it out.',
  },
  'knock.correction_over': {
    status: 409,
    zh: '登记超过 {days} 日（策略 knock-record-days），不能再更正。',
    en: 'It was recorded more than {days} days ago (policy knock-record-days), and is set right no more.',
  },
  'knock.not_own': {
    status: 403,
    zh: '只有登记人和受理员可以更正。',
    en: 'Who recorded it sets it right, or a clerk.',
  },
  'knock.same_outcome': { status: 409, zh: '结果已是如此，无需更正。', en: 'That is its outcome already.' },
});
