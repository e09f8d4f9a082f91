import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', field: 'bornOn', most: 200, until: '2026-11-29T16:00:00.000Z' };

/** The refusals about residents. None says what a file says. */
export const refuseResident = defineErrors('intake', EXAMPLES, {
  'resident.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的居民档案，或不在您的管辖范围内。',
    en: 'There is no resident {id} within what you may see.',
  },
  'resident.known': {
    status: 409,
    zh: '该证件号码已有档案。请按证件号码查找；查不到的，登记在其他区划，请联系上级处理。',
    en: 'There is a file of this identity number. Find it by the number; where you find none it is of another area: ask the level above.',
  },
  'resident.contradicts_id_number': {
    status: 422,
    zh: '{field} 与证件号码所示不符；有证件号码的可不填性别和出生日期。',
    en: '{field} is not what the identity number says: with a number, sex and birthday may be left out.',
  },
  'resident.day_to_come': {
    status: 422,
    zh: '{field} 不能晚于今天。',
    en: '{field} cannot be later than today.',
  },
  'resident.erased': {
    status: 409,
    zh: '档案 {id} 已清除，没有可查看或更正的内容。',
    en: 'The file {id} was erased: there is nothing to look at or to correct.',
  },
  'resident.not_registered': {
    status: 409,
    zh: '档案 {id} 已不在册；请先恢复在册，或填写并入的主档案。',
    en: 'The file {id} is not in use any more: bring it back first, or name the one it was merged into.',
  },
  'resident.find_by_one': {
    status: 422,
    zh: '请填写证件号码或电话，二者选一。',
    en: 'Give the identity number or the telephone number, one of the two.',
  },
  'resident.found_too_often': {
    status: 429,
    zh: '今天查找居民已达 {most} 次（resident-finds-a-day），{until} 之后可再查找；确需更多的，请管理员调整该策略。',
    en: 'You have looked for residents {most} times today (resident-finds-a-day): go on after {until}, or ask an administrator for a higher policy.',
  },
  'resident.nothing_said': {
    status: 422,
    zh: '没有更正内容：请填写要更正的项目，或在 leaveOut 中列出要删除的项目。',
    en: 'Nothing is said: give what is to be corrected, or name in leaveOut what is to be taken out.',
  },
  'resident.main_itself': {
    status: 422,
    zh: '不能并入自身；请填写保留的那份档案。',
    en: 'A file is not merged into itself: name the one that goes on.',
  },
  'resident.main_not_registered': {
    status: 409,
    zh: '档案 {id} 已不在册，不能并入；请填写在册的档案。',
    en: 'The file {id} is not in use any more: name one that is.',
  },
  'resident.different_people': {
    status: 409,
    zh: '两份档案的证件号码不同，不是同一人；其中一份有误的，请先更正。',
    en: 'The two files have different identity numbers, so they are of two people: where one number is wrong, correct it first.',
  },
  'resident.consent_of_main': {
    status: 409,
    zh: '该档案已并入 {id}，所载内容也在其中：请在该档案撤回同意；并非同一人的，先恢复（split-off）再撤回。',
    en: 'The file was merged into {id}, which says what it said: withdraw the consent there. If they were two people, split it off before.',
  },
});
