import { common, defineEvents, event } from '../define-event.js';
import { area, id, openWord, time } from '../fields.js';
import { BOOKING_STATES } from '../vocabulary.js';

/** What happens to a booking of an activity 活动报名. Who booked is told to nobody. */
export const ACTIVITY_BOOKING_EVENTS = defineEvents(
  'intake.activity-booking',
  {
    'booked.v1': event({ zh: '活动报名或候补', en: 'Somebody booked a place, or is on the waiting list' }),
    'offered.v1': event(
      { zh: '候补获得名额，待接受', en: 'Somebody on the waiting list is offered a place' },
      { offerUntil: time('Until when it is theirs to accept') },
      { offerUntil: '2026-12-01T04:00:00.000Z' },
    ),
    'accepted.v1': event({ zh: '候补接受名额', en: 'A place that was offered was accepted' }),
    'confirmed.v1': event({ zh: '确认参加', en: 'Somebody who booked said again that they will come' }),
    'attended.v1': event({ zh: '到场', en: 'Somebody who booked has come' }),
    'taken-back.v1': event({ zh: '到场登记撤回', en: 'That somebody came was recorded by mistake' }),
    'ended.v1': event({ zh: '报名结束', en: 'A booking ended without anybody coming: its state says how' }),
  },
  common(
    {
      activityBookingId: id('The booking'),
      activityId: id('The activity'),
      state: openWord(BOOKING_STATES, '报名状态 how it stands now'),
      areaCode: area(),
      at: time('When it happened'),
    },
    {
      activityBookingId: '0190a5c0-7c1e-7000-8000-000000000098',
      activityId: '0190a5c0-7c1e-7000-8000-000000000099',
      state: 'booked',
      areaCode: '230903011001',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
