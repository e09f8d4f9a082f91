import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', days: 180, left: 7, most: 5000, area: '230903011001' };

/** The refusals about door-knocking rounds. */
export const refuseRound = defineErrors('intake', EXAMPLES, {
  'round.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的敲门行动。',
    en: 'There is no round {id}.',
  },
  'round.not_yours': {
    status: 403,
    zh: '该敲门行动不在您的管辖范围内，只能查看；请由所在社区的受理员操作。',
    en: 'This round is of another area: look at it, and let a clerk of that area act on it.',
  },
  'round.area_too_wide': {
    status: 422,
    zh: '敲门行动以社区（村）为单位；请填写 12 位社区代码，几个社区各自计划。',
    en: 'A round is of one community: name it by its twelve digits, and plan one for each of several.',
  },
  'round.days_turned': { status: 422, zh: '截止日不能早于开始日。', en: 'The last day cannot be before the first.' },
  'round.over': { status: 422, zh: '截止日已过；请填写今天或以后的日期。', en: 'The last day is over: name one that is not.' },
  'round.too_long': {
    status: 422,
    zh: '一轮敲门行动最长 {days} 天（策略 round-longest-days）；更长的请分几轮。',
    en: 'A round takes {days} days at most (policy round-longest-days): make several of it.',
  },
  'round.not_later': { status: 422, zh: '延期后的截止日须晚于现截止日。', en: 'The new last day has to be later than the one there is.' },
  'round.code_twice': {
    status: 422,
    zh: '代码重复；每个问题、每个选项各用一个代码。',
    en: 'The code is there twice: give each question, and each choice, its own.',
  },
  'round.choices_wrong': {
    status: 422,
    zh: '单选（choice）须列出至少两个选项，其他类型不填选项。',
    en: 'A question of kind "choice" lists two choices or more, and no other lists any.',
  },
  'round.no_targets': {
    status: 409,
    zh: '名单中还没有住户；请先加入住户再开始。',
    en: 'There is no household on its list yet: put some on it, then open it.',
  },
  'round.frozen': {
    status: 409,
    zh: '名单已冻结，不能增减住户；地址有误的，敲门结果登记为“地址不符”。',
    en: 'The list is frozen, and no household is put on it or taken from it: of a wrong address, record the outcome wrong-address.',
  },
  'round.too_many': {
    status: 422,
    zh: '一轮敲门行动最多 {most} 户（策略 round-targets）；请分几轮。',
    en: 'A round has {most} households at most (policy round-targets): make several of it.',
  },
  'round.left_unexplained': {
    status: 409,
    zh: '还有 {left} 户没有敲开；请说明原因（explanation），或继续敲门。',
    en: '{left} households have not been reached: say why (explanation), or go on knocking.',
  },
  'round.other_area': {
    status: 422,
    zh: '住户须在敲门行动的区划 {area} 之内。',
    en: 'A household has to lie in the area of the round, {area}.',
  },
});
