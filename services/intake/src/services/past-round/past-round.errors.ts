import { defineErrors } from '@zero-distance/kernel';

/** The refusals about door-knocking rounds of the time before. */
export const refusePastRound = defineErrors(
  'intake',
  { reference: 'QM-2025-03-001' },
  {
    'past_round.in_future': {
      status: 422,
      zh: '历史敲门行动的开始时间不能在将来。',
      en: 'A past round was opened before now.',
    },
    'past_round.more_met': {
      status: 422,
      zh: '已见面户数不能多于名单户数。',
      en: 'No more households were met than were on the list.',
    },
    'past_round.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史敲门行动已导入，内容不同。请核对编号。',
      en: 'The past round {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
