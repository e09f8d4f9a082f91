import { defineErrors } from '@zero-distance/kernel';

/** The refusals about reception days of the time before. */
export const refusePastReceptionDay = defineErrors(
  'intake',
  { reference: 'JDR-2025-03' },
  {
    'past_reception_day.in_future': {
      status: 422,
      zh: '历史接待日须已结束。',
      en: 'A past reception day is over: announce what is to come.',
    },
    'past_reception_day.out_of_order': {
      status: 422,
      zh: '历史接待日须在开始后 24 小时内结束。',
      en: 'A past reception day ended after it began, within 24 hours.',
    },
    'past_reception_day.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史接待日已导入，内容不同。请核对编号。',
      en: 'The past reception day {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
