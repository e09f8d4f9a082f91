import { defineCodeTable } from '@zero-distance/kernel';
import { MESSAGE_PURPOSES, MESSAGE_STATES } from './message.js';

/** The words of messages, with their names. */
export const MESSAGE_CODE_TABLES = [
  defineCodeTable('message-state', MESSAGE_STATES, {
    waiting: '待发 / waiting',
    sent: '已发 / sent',
    dead: '发送失败 / could not be sent',
    dropped: '不再发送 / not to be sent any more',
  }),
  defineCodeTable('message-purpose', MESSAGE_PURPOSES, {
    'request-registered': '诉求已受理 / a request was taken in',
    'request-answered': '诉求已答复，请评价 / a request was answered: please rate it',
  }),
];
