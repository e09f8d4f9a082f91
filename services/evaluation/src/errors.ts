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
  'period.invalid': {
    status: 422,
    zh: '“{period}” 不是统计期间：请用 YYYY、YYYY-MM 或 YYYY-MM-DD。',
    en: '"{period}" is no period: give YYYY, YYYY-MM or YYYY-MM-DD.',
  },
  'ledger.not_found': { status: 404, zh: '公示台账中没有 {number}。', en: 'The public ledger has no entry {number}.' },
});
