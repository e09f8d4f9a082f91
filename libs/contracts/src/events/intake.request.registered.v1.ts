import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, code, flag, id, oneOf, time } from '../fields.js';
import { CHANNELS, REQUEST_KINDS, URGENCIES } from '../vocabulary.js';

/** 诉求已受理. A request was taken in. */
export const intakeRequestRegisteredV1 = defineEvent(
  { zh: '诉求已受理', en: 'A request was taken in' },
  {
    requestId: id('The request'),
    number: code('Number a person can read over the telephone'),
    kind: oneOf(REQUEST_KINDS, 'What is asked'),
    channel: oneOf(CHANNELS, 'How it came in'),
    categoryCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Category, 2+2+2 digits' }),
    areaCode: area(),
    urgency: oneOf(URGENCIES, 'How urgent'),
    confidential: flag('The requester asked not to be known to the handler'),
    publishable: flag('May appear in the public ledger'),
    callbackPossible: flag('There is somebody to call back'),
    receivedAt: time('When it was taken in: clocks start here'),
    barredOrganisationIds: Type.Optional(
      Type.Array(id('An organisation'), { description: 'Complained about or recused: never given or shown the matter. Absent: none' }),
    ),
    barredAccountIds: Type.Optional(
      Type.Array(code('An account or client'), { description: 'Recused: never shown the matter. Absent: none' }),
    ),
  },
  {
    requestId: '0190a5c0-7c1e-7000-8000-000000000001',
    number: '230903011001-261123-000417',
    kind: 'complaint',
    channel: 'hotline-12345',
    categoryCode: '010203',
    areaCode: '230903011001',
    urgency: 'normal',
    confidential: false,
    publishable: true,
    callbackPossible: true,
    receivedAt: '2026-11-23T02:00:00.000Z',
  },
);
