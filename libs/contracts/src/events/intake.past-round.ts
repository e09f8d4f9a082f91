import { common, defineEvents, event } from '../define-event.js';
import { area, count, id, time } from '../fields.js';

/** What happens to one grid of a door-knocking round of the time before 历史敲门: it is brought in, once. Nothing tells which households. */
export const PAST_ROUND_EVENTS = defineEvents(
  'intake.past-round',
  {
    'imported.v1': event(
      { zh: '历史敲门行动已导入', en: 'One grid of a door-knocking round of the time before was brought in: nobody knocks again' },
      {
        openedAt: time('When: its households count on that day'),
        doors: count('Households on its list'),
        met: count('Of those, where somebody was met'),
      },
      { openedAt: '2025-03-03T01:00:00.000Z', doors: 60, met: 48 },
    ),
  },
  common(
    {
      pastRoundId: id('The grid of the round'),
      areaCode: area('The grid; the community for what lies in none'),
      at: time('When it happened'),
    },
    { pastRoundId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', at: '2026-11-23T04:00:00.000Z' },
  ),
);
