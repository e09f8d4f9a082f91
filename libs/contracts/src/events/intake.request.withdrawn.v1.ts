import { defineEvent } from '../define-event.js';
import { area, id, oneOf, time } from '../fields.js';
import { REQUEST_KINDS } from '../vocabulary.js';

/** 撤回. The requester withdrew the request. */
export const intakeRequestWithdrawnV1 = defineEvent(
  { zh: '撤回', en: 'The requester withdrew the request' },
  {
    requestId: id('The request'),
    kind: oneOf(REQUEST_KINDS, 'What was asked'),
    areaCode: area(),
    at: time('When it happened'),
  },
  {
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    kind: 'complaint',
    areaCode: '230903011001',
    at: '2026-11-23T04:00:00.000Z',
  },
);
