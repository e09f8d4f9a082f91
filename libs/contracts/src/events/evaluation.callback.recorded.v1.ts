import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, flag, id, oneOf, time } from '../fields.js';
import { CALLBACK_OUTCOMES, SATISFACTION_LEVELS } from '../vocabulary.js';

/** 回访完成. The callback is done: its answer counts. */
export const evaluationCallbackRecordedV1 = defineEvent(
  { zh: '回访完成', en: 'The callback is done: its answer counts' },
  {
    callbackId: id('The callback'),
    requestId: id('The request'),
    areaCode: area(),
    round: Type.Integer({ minimum: 1, description: 'The round it asked about' }),
    contacted: flag('The requester was reached'),
    solved: Type.Union([Type.Boolean(), Type.Null()], { description: 'Solved? null when not reached' }),
    satisfaction: Type.Union([oneOf(SATISFACTION_LEVELS, 'Five levels'), Type.Null()]),
    outcome: oneOf(CALLBACK_OUTCOMES, 'What it leads to'),
    at: time('When it happened'),
  },
  {
    callbackId: '0190a5c0-7c1e-7000-8000-000000000007',
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    areaCode: '230903011001',
    round: 1,
    contacted: true,
    solved: true,
    satisfaction: 'satisfied',
    outcome: 'closed',
    at: '2026-11-23T04:00:00.000Z',
  },
);
