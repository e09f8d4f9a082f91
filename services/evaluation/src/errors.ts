import { defineErrors } from '@zero-distance/kernel';

/** Everything that evaluation refuses, with its status and its text. */
export const refuse = defineErrors('evaluation', {
  'callback.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的回访，或不在您的管辖范围内。',
    en: 'There is no callback {id} within what you may see.',
  },
  'callback.personal_data': {
    status: 422,
    zh: '备注中不得包含电话号码、身份证号码、银行卡号或电子邮箱。',
    en: 'The note must not hold a telephone, identity or bank card number or an e-mail address.',
  },
  'policy.not_found': { status: 404, zh: '没有名为 {name} 的策略。', en: 'There is no policy {name}.' },
  'policy.out_of_range': {
    status: 422,
    zh: '策略 {name} 的取值须在 {least} 到 {most} 之间。',
    en: 'The value of policy {name} must lie between {least} and {most}.',
  },
  'policy.changed_meanwhile': {
    status: 409,
    zh: '策略 {name} 刚被他人修改，请重新读取。',
    en: 'Policy {name} was changed by another just now: read it again.',
  },
  'period.invalid': {
    status: 422,
    zh: '“{period}” 不是统计期间：请用 YYYY、YYYY-MM 或 YYYY-MM-DD。',
    en: '"{period}" is no period: give YYYY, YYYY-MM or YYYY-MM-DD.',
  },
  'area.code_invalid': {
    status: 422,
    zh: '{code} 不是统计用区划代码（6、9、12 或 15 位）。',
    en: '{code} is not a statistical area code (6, 9, 12 or 15 digits).',
  },
  'ledger.not_found': { status: 404, zh: '公示台账中没有 {number}。', en: 'The public ledger has no entry {number}.' },
});
