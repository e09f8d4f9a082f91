import { common, defineEvents, event } from '../define-event.js';
import { area, date, id, openWord, time } from '../fields.js';
import { ACTIVITY_OUTCOMES } from '../vocabulary.js';

/** What happens to an outcome of an activity 活动成效. */
export const ACTIVITY_OUTCOME_EVENTS = defineEvents(
  'intake.activity-outcome',
  {
    'recorded.v1': event({ zh: '登记活动成效', en: 'What came of an activity for somebody was recorded' }),
    'confirmed.v1': event({ zh: '回访：成效仍在', en: 'Somebody asked later: it is still so' }),
    'lost.v1': event({ zh: '回访：成效已失', en: 'Somebody asked later: it is so no more' }),
    'withdrawn.v1': event({ zh: '成效登记撤回', en: 'It was recorded by mistake' }),
    'relocated.v1': event({ zh: '区划撤并，成效转入接续区划', en: 'The area was retired: it is asked about in its successor' }),
    'overdue.v1': event({ zh: '成效回访到期', en: 'Nobody has asked by the day whether it is still so' }),
    'left-open.v1': event({ zh: '成效逾期未回访，自动结束', en: 'Nobody has asked for long whether it is still so: it stays unknown' }),
  },
  common(
    {
      activityOutcomeId: id('The outcome'),
      activityId: id('The activity'),
      outcome: openWord(ACTIVITY_OUTCOMES, '成效 what came of it'),
      occurredOn: date('When: it counts on that day'),
      areaCode: area(),
      at: time('When it happened'),
    },
    {
      activityOutcomeId: '0190a5c0-7c1e-7000-8000-000000000097',
      activityId: '0190a5c0-7c1e-7000-8000-000000000099',
      outcome: 'hired',
      occurredOn: '2026-12-05',
      areaCode: '230903011001',
      at: '2026-12-05T04:00:00.000Z',
    },
  ),
);
