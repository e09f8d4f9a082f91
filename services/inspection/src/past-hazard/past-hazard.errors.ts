import { defineErrors } from '@zero-distance/kernel';

/** The refusals about hazards of the time before. */
export const refusePastHazard = defineErrors(
  'inspection',
  { reference: 'YH-2025-017' },
  {
    'past_hazard.in_future': {
      status: 422,
      zh: '历史隐患的时间不能在将来。',
      en: 'What happened to a past hazard lies in the future.',
    },
    'past_hazard.out_of_order': {
      status: 422,
      zh: '历史隐患的整改时间不能早于发现时间。',
      en: 'A past hazard is found before it is settled.',
    },
    'past_hazard.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史隐患已导入，内容不同。请核对编号。',
      en: 'The past hazard {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
