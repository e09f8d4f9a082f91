import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', number: '17' };

/** The refusals about households on the list of a round. */
export const refuseTarget = defineErrors('intake', EXAMPLES, {
  'round_target.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的敲门住户，或不在您的管辖范围内。',
    en: 'There is no household {id} on a list within what you may see.',
  },
  'round_target.listed_already': {
    status: 409,
    zh: '该地址与名单第 {number} 户相同：同一户只敲一次门。同址确有两户的，请分别填写户编号。',
    en: 'The address is that of no. {number} on the list: a household is called on once. Where two share an address, say the number of each household.',
  },
  'round_target.erased': {
    status: 410,
    zh: '该住户的地址已到期清除。',
    en: 'The address of this household was erased in time.',
  },
});
