import { defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { code: 'housing-bureau-1129', latest: '2026-12-06T00:30:00.000Z' };

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
  'duty_shift.too_long': {
    status: 422,
    zh: '该班次最晚到 {latest} 结束（参数 duty-shift-hours）：请核对时间，更长的分为几个班次登记。',
    en: 'This shift ends at {latest} at the latest (policy duty-shift-hours): look at the times again, and register a longer duty as several shifts.',
  },
  'duty_shift.too_far_ahead': {
    status: 422,
    zh: '班次最晚从 {latest} 开始（参数 duty-ahead-days）：请核对年份，更晚的届时再登记。',
    en: 'A shift begins at {latest} at the latest (policy duty-ahead-days): look at the year again, and register a later one when it is nearer.',
  },
  'duty_shift.from_alone': {
    status: 422,
    zh: 'from 列出将要开始的班次，不与 at、updatedSince 同用：请只留其一。',
    en: '`from` lists the shifts that begin later; it goes with neither `at` nor `updatedSince`: leave one of them out.',
  },
  'duty_shift.no_number': {
    status: 409,
    zh: '该班次已结束或已取消，电话不再保留；请查询当前值班人员（at）。',
    en: 'The shift is over or cancelled and its number is kept no longer: ask who is on duty now (at).',
  },
});
