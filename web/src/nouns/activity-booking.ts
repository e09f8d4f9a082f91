import { action, choice, date, line, PHOTOS } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { type Beginning, noun } from './noun';

export const BOOKERS = ['intake-clerk', 'window-clerk'];

const ACTIONS = [
  action('/api/intake/v1/activity-bookings/{id}/accept', '代为接受名额', 'Accept the place for them'),
  action('/api/intake/v1/activity-bookings/{id}/confirm', '确认参加', 'They will come'),
  action('/api/intake/v1/activity-bookings/{id}/attend', '签到', 'They have come'),
  action('/api/intake/v1/activity-bookings/{id}/take-back', '撤回签到', 'They had not come'),
  action('/api/intake/v1/activity-bookings/{id}/cancel', '取消报名', 'Cancel the booking', [], { isGrave: true }),
];

/** 登记成效: of somebody who came. */
const recordOutcome: Beginning = {
  roles: BOOKERS,
  states: ['attended'],
  opens: 'activity-outcome',
  action: (id) => ({
    ...action('/api/intake/v1/activity-bookings/{id}/outcomes', '登记成效', 'Record what came of it', [
      choice('outcome', '成效', 'What', (registers) => registers.words('activity-outcome')),
      line('employer', '招聘单位', 'Employer', {
        hint: ['招聘会的录用和面试必填', 'Wanted of a hire or an interview of a job fair'],
      }),
      date('occurredOn', '发生日（不填为今日）', 'When (today, unless told)', { required: false }),
      date('followUpOn', '回访日（不填为 30 日后）', 'Asked about again on (30 days later, unless told)', { required: false }),
      { ...PHOTOS, hint: ['录用须有凭证：合同、录用通知等', 'A hire takes evidence, as a contract or a letter'] },
    ]),
    name: `outcomes-${id}`,
  }),
};

/** 活动报名, masked. */
export const ACTIVITY_BOOKING = noun<IntakeSchemas['ActivityBookingDto']>({
  name: 'activity-booking',
  zh: '活动报名',
  en: 'Bookings',
  service: 'intake',
  path: '/api/intake/v1/activity-bookings',
  states: 'activity-booking-state',
  readers: BOOKERS,
  searched: ['报名编号或区划', 'Number or area'],
  filters: ['state', 'areaCode'],
  at: ['报名时间', 'Booked'],
  waits: [],
  reveals: { path: '/api/intake/v1/activity-bookings/{id}/reveal' },
  begins: [recordOutcome],
  show: (row, registers) => ({
    ...row,
    title: row.name ?? registers.both('已清除的报名人', 'Somebody who is erased'),
    who: null,
    at: row.bookedAt,
    overdue: false,
    lamp: null,
    note: [
      ...(row.place !== null && row.state === 'waiting'
        ? [registers.both(`候补第 ${row.place} 位`, `place ${row.place} on the waiting list`)]
        : []),
      ...(row.online ? [registers.both('网上报名', 'booked online')] : []),
    ].join('，'),
    matter: `/desk/activity/${row.activityId}`,
    opens: `/desk/activity-booking/${row.id}`,
    facts: [
      ['编号', 'Number', row.number],
      ['电话', 'Telephone', row.phone],
      ['名额保留到', 'The place is kept until', { at: row.offerUntil }],
      ['确认时间', 'Confirmed', { at: row.confirmedAt }],
      ['到场时间', 'Came', { at: row.attendedAt }],
      ['结束时间', 'Ended', { at: row.endedAt }],
    ],
    allowed: row.actions,
    actions: ACTIONS,
  }),
});
