import { defineErrors } from '@zero-distance/kernel';

/** The refusals about visits at home of the time before. */
export const refusePastHomeVisit = defineErrors(
  'intake',
  { reference: 'SM-2025-017' },
  {
    'past_home_visit.in_future': {
      status: 422,
      zh: '历史上门服务的时间不能在将来。',
      en: 'A past visit at home lies in the future.',
    },
    'past_home_visit.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史上门服务已导入，内容不同。请核对编号。',
      en: 'The past visit at home {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
