import { defineErrors } from '@zero-distance/kernel';

/** The refusals about care of the time before. */
export const refusePastCare = defineErrors(
  'intake',
  {},
  {
    'past_care.not_over': {
      status: 422,
      zh: '历史走访须已结束：最后一日在今天之前。',
      en: 'Past care is over: its last day was before today.',
    },
    'past_care.days_unfit': {
      status: 422,
      zh: '最后一日不能早于第一日，一行最多 366 天。',
      en: 'Past care ended after it began, and a row is of 366 days at most.',
    },
    'past_care.first_due_unfit': {
      status: 422,
      zh: '首次应走访日须在第一日与一个走访周期之内。',
      en: 'The first visit was due within one rhythm of the first day.',
    },
    'past_care.visit_unfit': {
      status: 422,
      zh: '走访日须是第一日至最后一日之间的日期。',
      en: 'Each visit has a day, from the first to the last.',
    },
    'past_care.differs': {
      status: 409,
      zh: '该原编号的历史走访已导入，内容不同。请核对编号。',
      en: 'Past care was brought in under this number already, and said otherwise. Look at its number.',
    },
  },
);
