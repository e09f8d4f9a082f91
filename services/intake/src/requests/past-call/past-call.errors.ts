import { defineErrors } from '@zero-distance/kernel';

/** The refusals about calls of the time before. */
export const refusePastCall = defineErrors(
  'intake',
  { reference: 'cc-20250305-000731' },
  {
    'past_call.in_future': {
      status: 422,
      zh: '历史来电须在现在之前。',
      en: 'Nobody has called yet: a past call was before now.',
    },
    'past_call.seconds_unfit': {
      status: 422,
      zh: '已接听的历史来电须填接听秒数，未接听的不填。',
      en: 'Of a call that was answered say after how many seconds (answerSeconds), and of no other.',
    },
    'past_call.taken_live': {
      status: 409,
      zh: '通话 {reference} 已随诉求登记，不再导入：否则会重复统计。',
      en: 'The call {reference} was taken in here with a request, and is counted already: leave it out of the file.',
    },
    'past_call.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史来电已导入，内容不同。请核对编号。',
      en: 'The past call {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
