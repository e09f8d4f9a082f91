import { defineErrors } from '@zero-distance/kernel';

/** The refusals about cases of the time before. */
export const refusePastCase = defineErrors(
  'case-mediation',
  { reference: 'TJ-2025-017' },
  {
    'past_case.in_future': {
      status: 422,
      zh: '历史案件的时间不能在将来。',
      en: 'What happened to a past case lies in the future.',
    },
    'past_case.out_of_order': {
      status: 422,
      zh: '历史案件的时间次序须为申请、受理、结果。',
      en: 'A past case is applied for, then accepted, then has its outcome.',
    },
    'past_case.not_accepted': {
      status: 422,
      zh: '有此结果的历史案件须有受理时间。',
      en: 'A past case with that outcome was accepted: say when.',
    },
    'past_case.declined_and_accepted': {
      status: 422,
      zh: '不予受理的历史案件没有受理时间。',
      en: 'A past case that was declined was not accepted.',
    },
    'past_case.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史案件已导入，内容不同。请核对编号。',
      en: 'The past case {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
