import { defineErrors } from '@zero-distance/kernel';

/** What fills the texts in the documents. */
const EXAMPLES = {
  id: '0190a5c0-7c1e-7000-8000-000000000099',
  open: 3,
  matters: 3,
  days: 366,
  area: '230903011',
  latest: '2030-01-16T01:00:00.000Z',
};

/** The refusals about reception days. */
export const refuseReceptionDay = defineErrors('intake', EXAMPLES, {
  'reception_day.not_found': { status: 404, zh: '没有编号为 {id} 的居民接待日。', en: 'There is no reception day {id}.' },
  'reception_day.not_yours': {
    status: 403,
    zh: '只能办理本区域的居民接待日。',
    en: 'Only reception days within your area are yours to change.',
  },
  'reception_day.ends_before_it_begins': {
    status: 422,
    zh: '结束时间须晚于开始时间和现在。',
    en: 'It has to end after it begins, and after now: give another time.',
  },
  'reception_day.ends_too_late': {
    status: 422,
    zh: '接待日不超过 24 小时，且最多提前 {days} 日预告：结束时间不得晚于 {latest}。分几天接待的，每天单独预告。',
    en: 'A reception day takes 24 hours at most and is announced {days} days ahead at most: it has to end by {latest}. Announce each of several days by itself.',
  },
  'reception_day.not_begun': {
    status: 409,
    zh: '接待日尚未开始，开始后再登记举行情况。',
    en: 'It has not begun: say that it was held when it has.',
  },
  'reception_day.fewer_than_came': {
    status: 422,
    zh: '已有 {matters} 件来访诉求登记在该接待日，到场人数不能为 0。',
    en: '{matters} matters of its visitors were taken in: somebody came.',
  },
  'reception_day.visited': {
    status: 409,
    zh: '已有来访诉求登记在该接待日，不能取消；请登记举行情况。',
    en: 'Somebody came to it already: say that it was held (hold) instead of calling it off.',
  },
  'reception_day.over': {
    status: 409,
    zh: '该接待日已取消或已办结，不能再登记来访诉求；请改用其他渠道登记。',
    en: 'That reception day was called off or is closed: register the matter under another channel.',
  },
  'reception_day.other_area': {
    status: 422,
    zh: '该接待日面向区域 {area}，该事项不在其内；请改用其他渠道登记。',
    en: 'That reception day is held for the area {area}, and the matter is of another: register it under another channel.',
  },
  'reception_day.matters_open': {
    status: 409,
    zh: '尚有 {open} 件来访诉求没有结果，全部有结果后再办结。',
    en: '{open} matters of its visitors have no result yet: close it when all of them have.',
  },
});
