import { defineEvent } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { REQUEST_KINDS } from '../vocabulary.js';

/** 不予受理. A request was declined, with the proper way to go. */
export const intakeRequestDeclinedV1 = defineEvent(
  { zh: '不予受理', en: 'A request was declined, with the proper way to go' },
  {
    requestId: id('The request'),
    kind: oneOf(REQUEST_KINDS, 'What was asked'),
    areaCode: area(),
    at: time('When it happened'),
    reasonCode: code('Why'),
  },
  {
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    kind: 'complaint',
    areaCode: '230903011001',
    at: '2026-11-23T04:00:00.000Z',
    reasonCode: 'court-matter',
  },
);
