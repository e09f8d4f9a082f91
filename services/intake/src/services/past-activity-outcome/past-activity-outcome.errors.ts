import { defineErrors } from '@zero-distance/kernel';

/** The refusals about outcomes of activities of the time before. */
export const refusePastActivityOutcome = defineErrors(
  'intake',
  { reference: 'LY-2025-017', activity: 'HD-2025-017', attended: 48 },
  {
    'past_activity_outcome.in_future': {
      status: 422,
      zh: '历史活动成效的发生日不能在将来。',
      en: 'What came of a past activity lies in the future.',
    },
    'past_activity_outcome.before_activity': {
      status: 422,
      zh: '历史活动成效不能早于活动当日。',
      en: 'Nothing came of a past activity before its day.',
    },
    'past_activity_outcome.more_than_came': {
      status: 422,
      zh: '原编号 {activity} 的历史活动到场 {attended} 人，同一成效的人数不能更多。请核对活动的原编号和到场人次。',
      en: 'To the past activity {activity} came {attended}: no outcome is of more people than that. Look at the number of the activity, and at how many came.',
    },
    'past_activity_outcome.no_activity': {
      status: 422,
      zh: '没有以原编号 {activity} 导入的历史活动。请先导入历史活动。',
      en: 'No past activity was brought in under the number {activity}: bring the activities in first.',
    },
    'past_activity_outcome.differs': {
      status: 409,
      zh: '原编号 {reference} 的历史活动成效已导入，内容不同。请核对编号。',
      en: 'The past outcome {reference} was brought in already, and said otherwise. Look at its number.',
    },
  },
);
