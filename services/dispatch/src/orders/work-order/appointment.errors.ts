import { defineErrors } from '@zero-distance/kernel';

const EXAMPLES = { days: 60, hours: 24, latest: '2027-01-28T02:00:00.000Z' };

/** The refusals about when, and whether, a service that was ordered is provided. */
export const refuseAppointment = defineErrors('dispatch', EXAMPLES, {
  'work_order.nothing_to_appoint': {
    status: 409,
    zh: '只有点单的服务约定上门时间；其他工单请登记联系情况（contact）。',
    en: 'A time is agreed for a service that was ordered only: of other orders note the contact (contact).',
  },
  'application.capacity_of_service': {
    status: 422,
    zh: '“已约满”（no-capacity）只用于退回点单的服务；本单位职责内的事项不以此退单。',
    en: 'That there is no capacity (no-capacity) is a reason to return a service that was ordered only: what is a duty is not returned for it.',
  },
  'work_order.no_appointment': {
    status: 409,
    zh: '本工单现在没有约定时间，无从取消。',
    en: 'No time is agreed for this order now: there is nothing to cancel.',
  },
  'work_order.appointment_over': {
    status: 422,
    zh: '约定的时段须先早后晚，且尚未结束。',
    en: 'The time that is agreed has to end after it begins, and not be over.',
  },
  'work_order.appointment_begun': {
    status: 422,
    zh: '约定的时段须从现在起；已经上门的，开始时间至多早一小时。',
    en: 'The time that is agreed begins from now on, or an hour ago at the earliest where somebody is there already.',
  },
  'work_order.appointment_too_long': {
    status: 422,
    zh: '约定的时段最长 {hours} 小时（参数 appointment-window-hours）。',
    en: 'The time that is agreed is {hours} hours long at most (policy appointment-window-hours).',
  },
  'work_order.appointment_too_far_ahead': {
    status: 422,
    zh: '最多可约定 {days} 天以内的时间，即 {latest} 之前。',
    en: 'A time is agreed {days} days ahead at most, until {latest}.',
  },
  'work_order.appointment_reason': {
    status: 422,
    zh: '改约须写明原因（reasonCode）；首次约定不填。',
    en: 'Say why a time that was agreed is moved (reasonCode); of the first there is no reason.',
  },
});
