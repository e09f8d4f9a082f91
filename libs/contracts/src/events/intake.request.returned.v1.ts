import { defineEvent } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { REQUEST_KINDS } from '../vocabulary.js';

/** 退回受理. The work order ended without an answer: what becomes of the request is the clerk's to decide again. */
export const intakeRequestReturnedV1 = defineEvent(
  { zh: '退回受理', en: 'The work order ended without an answer: the clerk decides again' },
  {
    requestId: id('The request'),
    kind: oneOf(REQUEST_KINDS, 'What was asked'),
    areaCode: area(),
    at: time('When it happened'),
    reasonCode: code('Why the order ended'),
  },
  {
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    kind: 'complaint',
    areaCode: '230903011001',
    at: '2026-11-23T04:00:00.000Z',
    reasonCode: 'out-of-scope',
  },
);
