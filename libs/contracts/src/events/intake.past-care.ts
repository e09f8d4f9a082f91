import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, date, flag, id, oneOf, time } from '../fields.js';
import { CARE_RISKS } from '../vocabulary.js';

/** A visit is due once a day at most, and a row is of a year. */
const MOST_DUE = 366;

/** What happens to care of a key person of the time before 历史走访: it is brought in, once. Nothing tells who it is. */
export const PAST_CARE_EVENTS = defineEvents(
  'intake.past-care',
  {
    'imported.v1': event(
      { zh: '历史走访已导入', en: 'Care of a key person of the time before was brought in: nobody has to go there' },
      {
        risk: oneOf(CARE_RISKS, 'How much was at stake'),
        visits: Type.Array(
          Type.Object(
            { dueOn: date('By when they were to be visited: it counts on that day'), done: flag('They were') },
            { additionalProperties: false },
          ),
          { maxItems: MOST_DUE, description: 'The visits that were due' },
        ),
      },
      { risk: 'key', visits: [{ dueOn: '2025-01-31', done: true }] },
    ),
  },
  common(
    { pastCareId: id('The care of one person at one risk'), areaCode: area('Where they lived'), at: time('When it happened') },
    { pastCareId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', at: '2026-11-23T04:00:00.000Z' },
  ),
);
