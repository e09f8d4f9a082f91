import { defineEvent } from '../define-event.js';
import { area, id, oneOf, time } from '../fields.js';
import { REQUEST_KINDS } from '../vocabulary.js';

/** 当场答复. A request was answered on the spot. */
export const intakeRequestAnsweredV1 = defineEvent(
  { zh: '当场答复', en: 'A request was answered on the spot' },
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
