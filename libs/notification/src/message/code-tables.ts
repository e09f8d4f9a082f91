import { defineCodeTable, type Label } from '@zero-distance/kernel';
import { MESSAGE_CHANNELS, MESSAGE_LANGUAGES, MESSAGE_PURPOSES, MESSAGE_STATES } from './message.js';
import { STAFF_KINDS, STAFF_TEXTS, type StaffKind } from './staff-kinds.js';

const STAFF_LABELS = Object.fromEntries(
  STAFF_KINDS.map((kind): [StaffKind, Label] => [kind, `${STAFF_TEXTS[kind].zh} / ${STAFF_TEXTS[kind].en}`]),
) as Record<StaffKind, Label>;

/** The words of a service that writes to staff, besides. */
export const STAFF_CODE_TABLES = [
  defineCodeTable('staff-notification-kind', STAFF_KINDS, STAFF_LABELS),
  defineCodeTable('message-language', MESSAGE_LANGUAGES, { zh: '中文 / Chinese', en: '英文 / English' }),
];

/** The words of messages, with their names. */
export const MESSAGE_CODE_TABLES = [
  defineCodeTable('message-state', MESSAGE_STATES, {
    waiting: '待发 / waiting',
    sent: '已发 / sent',
    dead: '发送失败 / could not be sent',
    dropped: '不再发送 / not to be sent any more',
  }),
  defineCodeTable('message-channel', MESSAGE_CHANNELS, { sms: '短信 / text message', email: '电子邮件 / e-mail' }),
  defineCodeTable('message-purpose', MESSAGE_PURPOSES, {
    'request-registered': '诉求已受理 / a request was taken in',
    'request-answered': '诉求已答复，请评价 / a request was answered: please rate it',
    'activity-booked': '活动已报名 / an activity was booked',
    'activity-offered': '候补有名额 / a place for somebody of the waiting list',
    'activity-moved': '活动时间地点有变 / an activity has another time or place',
    'activity-cancelled': '活动取消 / an activity is cancelled',
    ...STAFF_LABELS,
  }),
];
