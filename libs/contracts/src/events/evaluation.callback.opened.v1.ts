import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, id, time } from '../fields.js';

/** 回访生成. The requester is to be asked. */
export const evaluationCallbackOpenedV1 = defineEvent(
  { zh: '回访生成', en: 'The requester is to be asked' },
  {
    callbackId: id('The callback'),
    requestId: id('The request'),
    areaCode: area(),
    round: Type.Integer({ minimum: 1, description: 'The round it asks about' }),
    at: time('When it happened'),
  },
  {
    callbackId: '0190a5c0-7c1e-7000-8000-000000000007',
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    areaCode: '230903011001',
    round: 1,
    at: '2026-11-23T04:00:00.000Z',
  },
);
