import { common, defineEvents, event } from '../define-event.js';
import { area, count, id, oneOf, time } from '../fields.js';
import { KNOCK_OUTCOMES } from '../vocabulary.js';

/** What happens at a door of a round 敲门: the aggregate is the household on the list. Nothing tells where it is, or who lives there. */
export const KNOCK_EVENTS = defineEvents(
  'intake.knock',
  {
    'recorded.v1': event({ zh: '敲门登记', en: 'Somebody knocked at a door' }),
    'corrected.v1': event({ zh: '敲门结果更正', en: 'What was recorded of a knock was set right' }),
  },
  common(
    {
      targetId: id('The household'),
      knockId: id('The knock'),
      roundId: id('The round'),
      areaCode: area('Its grid; the community where that is not known'),
      outcome: oneOf(KNOCK_OUTCOMES, 'What came of this knock'),
      counted: oneOf(KNOCK_OUTCOMES, 'What counts of the household now: met once is met, else the last knock'),
      knocks: count('Knocks at this door, this one included'),
      knockedAt: time('When somebody knocked'),
      roundOpenedAt: time('When the round was opened: its households count on that day'),
      at: time('When it happened'),
    },
    {
      ...{ targetId: '0190a5c0-7c1e-7000-8000-000000000090', knockId: '0190a5c0-7c1e-7000-8000-000000000091' },
      ...{ roundId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', outcome: 'not-home', counted: 'not-home', knocks: 1 },
      ...{ knockedAt: '2026-11-24T10:30:00.000Z', roundOpenedAt: '2026-11-23T04:00:00.000Z', at: '2026-11-24T10:31:00.000Z' },
    },
  ),
);
