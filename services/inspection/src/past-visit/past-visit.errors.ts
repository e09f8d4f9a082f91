import { defineErrors } from '@zero-distance/kernel';

/** The refusals about visits of the time before. */
export const refusePastVisit = defineErrors(
  'inspection',
  { reference: 'PC-2025-017' },
  {
    'past_visit.in_future': {
      status: 422,
      zh: '历史排查的时间不能在将来。',
      en: 'A past visit lies in the future.',
    },
    'past_visit.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史排查已导入，内容不同。请核对编号。',
      en: 'The past visit {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
