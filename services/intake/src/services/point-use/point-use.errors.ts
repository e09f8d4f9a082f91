import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = {
  ...{
    id: '0190a5c0-7c1e-7000-8000-000000000099',
    code: 'nuanfeng-01',
    day: '2026-11-22',
    operator: 'street-011',
    uses: 46,
    until: '2026-12-23T04:00:00.000Z',
    first: '2000-01-01',
  },
};

/** The refusals about counts of uses of service points. */
export const refuseUse = defineErrors('intake', EXAMPLES, {
  'point_use.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的使用登记，或不在您的管辖范围内。',
    en: 'There is no count of uses {id} within what you may see.',
  },
  'point_use.hours_wrong': {
    status: 422,
    zh: '按时段清点的，起、止整点须同时填写，且止点晚于起点；全天清点的都不填。',
    en: 'Of hours of a day say from which up to which later one; of a whole day say neither.',
  },
  'point_use.not_yet': {
    status: 422,
    zh: '该日或该时段尚未开始，请核对日期。',
    en: 'That day, or that hour of it, has not begun: look at the day.',
  },
  'point_use.too_early': {
    status: 422,
    zh: '日期不得早于 {first}，请核对年份。',
    en: 'The day lies before {first}: look at the year.',
  },
  'point_use.point_not_there': {
    status: 422,
    zh: '阵地 {code} 自 {day} 起已停用，该日没有使用可登记；请登记到接替的阵地。',
    en: 'The service point {code} is there no more from {day} on: nobody used it. Record it of the one that replaced it.',
  },
  'point_use.kept_by_others': {
    status: 403,
    zh: '阵地 {code} 由 {operator} 运营，不在贵单位辖区：使用人次由运营单位或所在镇街、社区登记和更正。',
    en: 'The service point {code} is run by {operator}, and lies where your organisation looks after none: who runs it counts its uses, or the street or community it lies in.',
  },
  'point_use.counted_already': {
    status: 409,
    zh: '阵地 {code} 在 {day} 的这段时间已登记 {uses} 人次（登记 {id}）：同一时段只计一次。如有误，请更正该登记。',
    en: 'The uses of {code} in that time of {day} are recorded already, {uses} of them (count {id}): they count once. If that is wrong, correct it.',
  },
  'point_use.same': {
    status: 422,
    zh: '人次和清点方式与原登记相同，没有可更正的内容。',
    en: 'That says what the count says already: there is nothing to correct.',
  },
  'point_use.correction_over': {
    status: 409,
    zh: '更正期限 {until} 已过，登记不再更正。',
    en: 'It could be set right until {until}: now it stands.',
  },
});
