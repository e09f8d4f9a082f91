import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = {
  id: '0190a5c0-7c1e-7000-8000-000000000098',
  number: '230903011001-261123-000417',
  until: '2026-12-01T04:00:00.000Z',
};

/** The refusals about bookings of activities. */
export const refuseBooking = defineErrors('intake', EXAMPLES, {
  'activity_booking.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的活动报名，或不在您的管辖范围内。',
    en: 'There is no activity booking {id} within what you may see.',
  },
  'activity_booking.not_tracked': {
    status: 404,
    zh: '没有此编号的报名，或电话后四位与报名时留下的不符。请核对编号；没有留电话的，请到社区办理。',
    en: 'There is no booking of this number, or the digits are not those of the telephone that was left. Check the number; who left no telephone asks at the community.',
  },
  'activity_booking.not_open': {
    status: 409,
    zh: '该活动未开放报名：尚未预告、已经开始或已取消。',
    en: 'This activity cannot be booked: it is not announced yet, has begun, or was cancelled.',
  },
  'activity_booking.full': {
    status: 409,
    zh: '名额已满；可加入候补（waitingList）。',
    en: 'All places are taken: be put on the waiting list (waitingList), where there is one.',
  },
  'activity_booking.who': {
    status: 422,
    zh: '请填写姓名，或居民档案（residentId），二者填其一。',
    en: 'Say who it is: by name, or by their file (residentId), and not by both.',
  },
  'activity_booking.not_registered': {
    status: 409,
    zh: '该居民档案已停用，不能以此报名。',
    en: 'The file of this resident is not in use: nobody is booked by it.',
  },
  'activity_booking.offer_over': {
    status: 409,
    zh: '名额保留到 {until}，现已过期。',
    en: 'The place was kept until {until}, and is not any more.',
  },
  'activity_booking.activity_over': {
    status: 409,
    zh: '活动已结束或已取消。',
    en: 'The activity is closed, or was cancelled.',
  },
  'activity_booking.not_held': {
    status: 409,
    zh: '活动未在举行，不能签到；请先登记举行。',
    en: 'The activity is not being held: say that it is, then who comes is recorded.',
  },
  'activity_booking.has_outcome': {
    status: 409,
    zh: '此人已登记活动成效，不能撤销签到；登记有误的，请先撤回该成效。',
    en: 'Something is recorded that came of it for them: who had not come has that withdrawn first.',
  },
  'activity_booking.erased': {
    status: 409,
    zh: '保存期已满，姓名和电话已清除。',
    en: 'Name and telephone were kept for their time, and are erased.',
  },
  'activity_booking.tried_too_often': {
    status: 429,
    zh: '从您的网络查询此编号输错次数过多，{until} 之后可再试；也可换一个网络，或到社区办理。',
    en: 'You were wrong too often about this number from your network: try again after {until}, from another network, or ask at the community.',
  },
});
