import { defineCodeTable } from '@zero-distance/kernel';
import { NUMBER_WAYS } from './activity-booking.js';
import { ACTIVITY_BOOKING_STATES } from './activity-booking.transitions.js';

/** The words of bookings, with their names. */
export const ACTIVITY_BOOKING_CODE_TABLES = [
  defineCodeTable('activity-booking-state', ACTIVITY_BOOKING_STATES, {
    waiting: '候补 / on the waiting list',
    offered: '候补待接受 / a place is offered',
    booked: '已报名 / booked',
    confirmed: '已确认 / confirmed',
    attended: '已到场 / came',
    absent: '缺席 / absent',
    unconfirmed: '未确认 / never confirmed',
    'left-out': '候补未轮到 / waited in vain',
    lapsed: '逾期未接受 / not accepted in time',
    cancelled: '已取消 / cancelled',
    'called-off': '活动取消 / the activity was cancelled',
  }),
  defineCodeTable('booking-number-way', NUMBER_WAYS, {
    'text-message': '短信发到该号码 / by text message to that telephone',
    counter: '到社区服务窗口询问 / asked for at the community',
  }),
];
