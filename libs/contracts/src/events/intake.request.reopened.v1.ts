import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, id, oneOf, time } from '../fields.js';
import { REQUEST_KINDS } from '../vocabulary.js';

/** 重办. The requester was not content: the request is handled again. */
export const intakeRequestReopenedV1 = defineEvent(
  { zh: '重办', en: 'The requester was not content: the request is handled again' },
  {
    requestId: id('The request'),
    kind: oneOf(REQUEST_KINDS, 'What was asked'),
    areaCode: area(),
    at: time('When it happened'),
    round: Type.Integer({ minimum: 2, description: 'The round that begins' }),
  },
  {
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    kind: 'complaint',
    areaCode: '230903011001',
    at: '2026-11-23T04:00:00.000Z',
    round: 2,
  },
);
