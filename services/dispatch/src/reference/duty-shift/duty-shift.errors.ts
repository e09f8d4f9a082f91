import { defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { code: 'housing-bureau-1129' };

/** The refusals about duty rosters. */
export const refuseDuty = defineErrors('dispatch', EXAMPLES, {
  'duty_shift.not_found': {
    status: 404,
    zh: '没有代码为“{code}”的值班安排，或不在您的管辖范围内。',
    en: 'There is no duty shift "{code}" within what you may see.',
  },
  'duty_shift.ends_before_it_begins': {
    status: 422,
    zh: '值班结束时间须晚于开始时间。',
    en: 'A shift has to end after it begins: give another time.',
  },
  'duty_shift.no_number': {
    status: 409,
    zh: '该班次已结束或已取消，电话不再保留；请查询当前值班人员（at）。',
    en: 'The shift is over or cancelled and its number is kept no longer: ask who is on duty now (at).',
  },
});
