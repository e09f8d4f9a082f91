import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, count, id, openWord, time } from '../fields.js';
import { ACTIVITY_KINDS, DELIVERIES } from '../vocabulary.js';

/** What happens to an activity of the time before 历史活动: it is brought in, once. Nothing tells who came. */
export const PAST_ACTIVITY_EVENTS = defineEvents(
  'intake.past-activity',
  {
    'imported.v1': event(
      { zh: '历史活动已导入', en: 'An activity of the time before was brought in: nobody is invited' },
      {
        kind: openWord(ACTIVITY_KINDS, '活动类型 kind of activity'),
        delivery: Type.Optional(openWord(DELIVERIES, '五送 which of the five deliveries; absent: it is none')),
        startsAt: time('When it began: it counts on that day'),
        attended: count('How many came'),
      },
      { kind: 'job-fair', startsAt: '2025-03-05T01:00:00.000Z', attended: 48 },
    ),
  },
  common(
    { pastActivityId: id('The activity'), areaCode: area('Whose people were invited'), at: time('When it happened') },
    { pastActivityId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', at: '2026-11-23T04:00:00.000Z' },
  ),
);
