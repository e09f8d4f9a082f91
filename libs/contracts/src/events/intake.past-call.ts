import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, count, flag, id, time } from '../fields.js';

/** What happens to a call of the time before 历史来电: it is brought in, once. Nothing tells who called, or about what. */
export const PAST_CALL_EVENTS = defineEvents(
  'intake.past-call',
  {
    'imported.v1': event(
      { zh: '历史热线来电已导入', en: 'A call to the hotline of the time before was brought in: nobody is called back' },
      {
        calledAt: time('When somebody called'),
        answered: flag('Somebody answered'),
        answerSeconds: Type.Union([count('Seconds until somebody answered'), Type.Null()]),
      },
      { calledAt: '2025-03-05T01:00:00.000Z', answered: true, answerSeconds: 9 },
    ),
  },
  common(
    { pastCallId: id('The call'), areaCode: area('The area that the line serves'), at: time('When it happened') },
    { pastCallId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903', at: '2026-11-23T04:00:00.000Z' },
  ),
);
