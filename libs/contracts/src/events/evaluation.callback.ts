import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, count, flag, id, oneOf, openWord, time } from '../fields.js';
import { CALLBACK_OUTCOMES, SATISFACTION_LEVELS } from '../vocabulary.js';

/** What happens to a callback 回访. */
export const CALLBACK_EVENTS = defineEvents(
  'evaluation.callback',
  {
    'imported.v1': event(
      { zh: '历史回访已导入', en: 'A callback of the time before was brought in, with its answer: nobody is asked again' },
      {
        recordedAt: time('When it was recorded'),
        contacted: flag('The requester was reached'),
        solved: Type.Union([Type.Boolean(), Type.Null()], { description: 'Whether it is solved; null when nobody was reached' }),
        satisfaction: Type.Union([oneOf(SATISFACTION_LEVELS, 'How satisfied'), Type.Null()]),
      },
      { recordedAt: '2025-03-08T02:00:00.000Z', contacted: true, solved: true, satisfaction: 'satisfied' },
    ),
    'opened.v1': event(
      { zh: '回访生成', en: 'The requester is to be asked' },
      { round: Type.Integer({ minimum: 1, description: 'The round it asks about' }) },
      { round: 1 },
    ),
    'attempted.v1': event(
      { zh: '回访未接通', en: 'The requester could not be reached this time' },
      { attempts: count('Attempts so far') },
      { attempts: 1 },
    ),
    'recorded.v1': event(
      { zh: '回访完成', en: 'The callback is done: its answer counts' },
      {
        round: Type.Integer({ minimum: 1, description: 'The round it asked about' }),
        contacted: flag('The requester was reached'),
        solved: Type.Union([Type.Boolean(), Type.Null()], { description: 'Solved? null when not reached' }),
        satisfaction: Type.Union([oneOf(SATISFACTION_LEVELS, 'Five levels'), Type.Null()]),
        outcome: openWord(CALLBACK_OUTCOMES, 'What it leads to'),
        unsolvedPartIds: Type.Optional(
          Type.Array(id('A part'), {
            description: 'Of a divided request that is handled again: the parts that are. Absent: all of them, or it was not divided',
          }),
        ),
      },
      { round: 1, contacted: true, solved: true, satisfaction: 'satisfied', outcome: 'closed' },
    ),
  },
  common(
    { callbackId: id('The callback'), requestId: id('The request'), areaCode: area(), at: time('When it happened') },
    {
      callbackId: '0190a5c0-7c1e-7000-8000-000000000007',
      requestId: '0190a5c0-7c1e-7000-8000-000000000001',
      areaCode: '230903011001',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
