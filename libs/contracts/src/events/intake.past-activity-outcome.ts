import { common, defineEvents, event } from '../define-event.js';
import { area, date, id, oneOf, openWord, time } from '../fields.js';
import { ACTIVITY_OUTCOMES } from '../vocabulary.js';

/** What happens to an outcome of an activity of the time before 历史活动成效: it is brought in, once. Nothing tells for whom. */
export const PAST_ACTIVITY_OUTCOME_EVENTS = defineEvents(
  'intake.past-activity-outcome',
  {
    'imported.v1': event(
      { zh: '历史活动成效已导入', en: 'What came of an activity of the time before was brought in: nobody is asked about it' },
      {
        outcome: openWord(ACTIVITY_OUTCOMES, '成效 what came of it'),
        occurredOn: date('When: it counts on that day'),
        followUp: oneOf(['recorded', 'confirmed', 'lost'], 'Nobody asked later, it was still so, or so no more'),
      },
      { outcome: 'hired', occurredOn: '2025-03-06', followUp: 'confirmed' },
    ),
  },
  common(
    { pastActivityOutcomeId: id('The outcome'), areaCode: area('Whose people were invited to the activity'), at: time('When it happened') },
    { pastActivityOutcomeId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', at: '2026-11-23T04:00:00.000Z' },
  ),
);
