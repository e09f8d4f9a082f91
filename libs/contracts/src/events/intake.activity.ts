import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, count, id, openWord, time } from '../fields.js';
import { ACTIVITY_KINDS, DELIVERIES } from '../vocabulary.js';

const PLAN = { startsAt: time('From'), endsAt: time('Until'), capacity: count('Places') };
const PLANNED = { startsAt: '2026-12-05T01:00:00.000Z', endsAt: '2026-12-05T04:00:00.000Z', capacity: 60 };
const HELD = { startsAt: time('When it began: it counts on that day'), attended: count('Who came, as far as that was recorded') };

/** What happens to an activity 活动. */
export const ACTIVITY_EVENTS = defineEvents(
  'intake.activity',
  {
    'planned.v1': event({ zh: '计划活动', en: 'An activity was planned' }, PLAN, PLANNED),
    'corrected.v1': event({ zh: '活动安排已更正', en: 'What was planned of an activity was set right' }, PLAN, PLANNED),
    'announced.v1': event({ zh: '活动已预告，可报名', en: 'An activity was announced: places can be booked' }, PLAN, PLANNED),
    'held.v1': event({ zh: '活动举行', en: 'An activity is held' }, HELD, { startsAt: '2026-12-05T01:00:00.000Z', attended: 0 }),
    'closed.v1': event({ zh: '活动结束', en: 'An activity was closed: who came is recorded' }, HELD, {
      startsAt: '2026-12-05T01:00:00.000Z',
      attended: 48,
    }),
    'expired.v1': event({ zh: '活动逾期自动结束', en: 'An activity that nobody closed ended by its clock' }, HELD, {
      startsAt: '2026-12-05T01:00:00.000Z',
      attended: 48,
    }),
    'relocated.v1': event(
      { zh: '区划撤并，活动转入接续区划', en: 'The area was retired: the activity is one of its successor' },
      { ...PLAN, attended: Type.Optional(count('Who came so far; absent: nobody has held it yet')) },
      PLANNED,
    ),
    'cancelled.v1': event({ zh: '活动取消', en: 'An activity was cancelled' }),
    'lapsed.v1': event({ zh: '活动未举行，自动取消', en: 'An activity that nobody held was given up by its clock' }),
  },
  common(
    {
      activityId: id('The activity'),
      kind: openWord(ACTIVITY_KINDS, '活动类型 kind of activity'),
      delivery: Type.Optional(openWord(DELIVERIES, '五送 which of the five deliveries; absent: it is none')),
      areaCode: area(),
      at: time('When it happened'),
    },
    {
      activityId: '0190a5c0-7c1e-7000-8000-000000000099',
      kind: 'job-fair',
      areaCode: '230903011001',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
