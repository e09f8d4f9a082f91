import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = {
  ...{
    id: '0190a5c0-7c1e-7000-8000-000000000099',
    other: '0190a5c0-7c1e-7000-8000-000000000098',
    worker: 'demo-window',
    hours: 4,
    days: 60,
  },
  until: '2026-11-24T04:00:00.000Z',
  ...{ resident: '0190a5c0-7c1e-7000-8000-000000000097', from: '2026-11-24T01:00:00.000Z', latest: '2027-01-28T02:00:00.000Z' },
};

/** The refusals about home visits. */
export const refuseVisit = defineErrors('intake', EXAMPLES, {
  'home_visit.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的上门服务，或不在您的管辖范围内。',
    en: 'There is no home visit {id} within what you may see.',
  },
  'home_visit.resident_not_registered': {
    status: 409,
    zh: '档案 {resident} 已不在册；请找到在册的档案。',
    en: 'The file {resident} is not in use any more: find the one that is.',
  },
  'home_visit.not_theirs': {
    status: 422,
    zh: '所填办件或点单不是为该居民办的。',
    en: 'That service case or service order is not for this resident.',
  },
  'home_visit.case_over': {
    status: 409,
    zh: '该办件已办结（已送达、不予办理或已撤回），不再为其约定上门。',
    en: 'That service case is over: it was delivered, refused or withdrawn, and nobody goes for it any more.',
  },
  'home_visit.own_only': {
    status: 403,
    zh: '您只能约定、改期由本人上门的服务；需他人上门的，请由受理员或窗口人员约定。',
    en: 'You agree and move visits that you go to yourself: ask a clerk to agree one for somebody else.',
  },
  'home_visit.times_turned': {
    status: 422,
    zh: '约定的时段须先早后晚、尚未结束，且不超过 {hours} 小时（策略 home-visit-hours）。',
    en: 'What is agreed has to end after it begins, not be over, and take {hours} hours at most (policy home-visit-hours).',
  },
  'home_visit.too_far_ahead': {
    status: 422,
    zh: '最多可约定 {days} 天以内的上门，即 {latest} 之前（策略 order-ahead-days）。',
    en: 'A visit is agreed {days} days ahead at most, until {latest} (policy order-ahead-days).',
  },
  'home_visit.worker_busy': {
    status: 409,
    zh: '{worker} 在该时段已有另一次上门（{other}）；请换个时段或换人。',
    en: '{worker} is at another visit at that time ({other}): choose another time, or somebody else.',
  },
  'home_visit.went_wrong': {
    status: 422,
    zh: '实际上门时间须在约定开始（{from}）之后、现在（{until}）之前；提前上门的先改期。',
    en: 'Somebody went between when it was agreed to begin ({from}) and now ({until}). Move it first, where somebody went earlier.',
  },
  'home_visit.taken_back_too_late': {
    status: 409,
    zh: '撤回误登的期限（策略 case-take-back-days）已过，或居民信息已清除；请另约上门。',
    en: 'The time in which it is taken back (policy case-take-back-days) is over, or whom it was for was erased: agree another visit.',
  },
  'home_visit.to_come': {
    status: 409,
    zh: '约定的上门时间 {from} 未到，不能登记结果；提前上门的先改期。',
    en: 'It begins at {from}: nothing has come of it yet. Move it first, where somebody goes earlier.',
  },
});
