import { defineErrors } from '@zero-distance/kernel';

/** What messages refuse. */
export const refuse = defineErrors(
  'notification',
  { state: 'sent' },
  {
    message_not_found: { status: 404, zh: '没有编号为 {id} 的消息。', en: 'There is no message {id}.' },
    message_not_dead: {
      status: 409,
      zh: '消息 {id} 的状态为“{state}”，只有发送失败的可以重发。',
      en: 'The message {id} is "{state}": only one that could not be sent is sent again.',
    },
  },
);
