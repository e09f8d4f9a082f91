import { common, defineEvents, event } from '../define-event.js';
import { area, id, oneOf, time } from '../fields.js';
import { KNOCK_NEEDS } from '../vocabulary.js';

const LINKED = '0190a5c0-7c1e-7000-8000-000000000001';

/** What becomes of a need that was found at a door 敲门发现的需求. */
export const KNOCK_NEED_EVENTS = defineEvents(
  'intake.knock-need',
  {
    'found.v1': event({ zh: '敲门发现需求', en: 'A need was found at a door' }),
    'linked.v1': event(
      { zh: '需求已落实', en: 'A need has become something' },
      { linkedId: id('The request or the key person that it became') },
      { linkedId: LINKED },
    ),
    'dropped.v1': event({ zh: '需求不再需要', en: 'A need is none any more' }),
    'overdue.v1': event({ zh: '需求逾期未落实', en: 'A need has become nothing in time' }),
  },
  common(
    {
      knockNeedId: id('The need'),
      roundId: id('The round'),
      areaCode: area(),
      need: oneOf(KNOCK_NEEDS, 'What it becomes'),
      at: time('When it happened'),
    },
    {
      ...{ knockNeedId: '0190a5c0-7c1e-7000-8000-000000000092', roundId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001' },
      ...{ need: 'request', at: '2026-11-24T10:31:00.000Z' },
    },
  ),
);
