import { Type } from 'typebox';
import { defineEvents, event } from '../define-event.js';
import { code, id, openWord, time } from '../fields.js';

/** What was done with personal data: looked at in plain, found by a whole number, carried away in a list, erased, or put on paper; and what was decided of pictures for the public. */
export const ACCESS_ACTIONS = [
  'reveal',
  'find',
  'export',
  'erase',
  'print',
  'rendition-asked',
  'rendition-approved',
  'rendition-refused',
  'rendition-revoked',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

const EVENTS_OF_ANY = {
  'recorded.v1': event(
    {
      zh: '查看记录',
      en: 'Somebody looked at personal data in plain, found a person by a number, took a list or a document away, erased it, or decided what picture the public sees',
    },
    {
      accessRecordId: id('The access record; what it was for, and what the list was asked for, stands there'),
      action: openWord(ACCESS_ACTIONS, 'What was done'),
      subject: Type.String({ minLength: 1, maxLength: 128, description: "The id of the matter, or the list's name in the access table" }),
      actorId: Type.String({ minLength: 1, maxLength: 256, description: 'The `sub` of the token' }),
      clientId: Type.Optional(Type.String({ minLength: 1, maxLength: 256, description: 'The client whose token it was' })),
      organisation: Type.Optional(code('The code of the organisation that the token acts for')),
      at: time('When it happened'),
    },
    {
      accessRecordId: '0190a5c0-7c1e-7000-8000-000000000011',
      action: 'reveal',
      subject: '0190a5c0-7c1e-7000-8000-000000000002',
      actorId: '0190a5c0-7c1e-7000-8000-000000000012',
      clientId: 'console',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
};

/** What every service says of each look at personal data and each list taken away: one definition, published under each service's name. */
export const ACCESS_EVENTS = {
  ...defineEvents('intake.access', EVENTS_OF_ANY),
  ...defineEvents('dispatch.access', EVENTS_OF_ANY),
  ...defineEvents('case-mediation.access', EVENTS_OF_ANY),
  ...defineEvents('inspection.access', EVENTS_OF_ANY),
  ...defineEvents('evaluation.access', EVENTS_OF_ANY),
  ...defineEvents('gateway.access', EVENTS_OF_ANY),
};
