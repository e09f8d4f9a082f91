import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, count, flag, id, oneOf, time } from '../fields.js';
import { CALL_BACK_OUTCOMES } from '../vocabulary.js';

/** What happens to a missed call 未接来电. */
export const MISSED_CALL_EVENTS = defineEvents(
  'intake.missed-call',
  {
    'recorded.v1': event(
      { zh: '登记未接来电', en: 'A call was missed' },
      { calledAt: time('When somebody called'), dueAt: time('By when it is to be called back') },
      { calledAt: '2026-11-23T03:58:00.000Z', dueAt: '2026-11-24T03:58:00.000Z' },
    ),
    'repeated.v1': event(
      { zh: '未接来电再次来电', en: 'The same number called in vain again, while it waited to be called back' },
      { calledAt: time('When they called'), calls: count('How often they called') },
      { calledAt: '2026-11-23T03:59:00.000Z', calls: 2 },
    ),
    'attempted.v1': event(
      { zh: '未接来电回拨未通', en: 'A missed call was called back in vain' },
      { attempts: count('How often') },
      { attempts: 1 },
    ),
    'called-back.v1': event(
      { zh: '未接来电已回拨', en: 'A missed call was called back' },
      {
        outcome: oneOf(CALL_BACK_OUTCOMES, 'What came of it'),
        requestId: Type.Union([id('The request that came of it'), Type.Null()]),
        inTime: flag('Within the time that there was'),
      },
      { outcome: 'request', requestId: '0190a5c0-7c1e-7000-8000-000000000001', inTime: true },
    ),
    'reminded.v1': event({ zh: '未接来电逾期未回拨', en: 'A missed call was not called back in time' }),
    'given-up.v1': event(
      { zh: '未接来电未能接通', en: 'Who called was not reached, withheld the number, or was called by nobody' },
      { attempts: count('How often was called back in vain') },
      { attempts: 3 },
    ),
  },
  common(
    { missedCallId: id('The missed call'), areaCode: area(), at: time('When it happened') },
    {
      missedCallId: '0190a5c0-7c1e-7000-8000-000000000099',
      areaCode: '230903',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
