import { defineErrors } from '@zero-distance/kernel';

/** The refusals about activities of the time before. */
export const refusePastActivity = defineErrors(
  'intake',
  { reference: 'HD-2025-017' },
  {
    'past_activity.in_future': {
      status: 422,
      zh: '历史活动须已举行。',
      en: 'A past activity was held before now: plan what is to come.',
    },
    'past_activity.delivery_unfit': {
      status: 422,
      zh: '五送活动须填是哪一送，其他活动不填。',
      en: 'Of the kind five-delivery say which of the five it was (delivery), and of no other.',
    },
    'past_activity.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史活动已导入，内容不同。请核对编号。',
      en: 'The past activity {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
