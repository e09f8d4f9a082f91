import { Type } from 'typebox';
import { defineEvents, event } from '../define-event.js';
import { count, id, time } from '../fields.js';

const EVENTS_OF_ANY = {
  'recorded.v1': event(
    { zh: '死信', en: 'A message could not be handled and waits for an operator' },
    {
      deadLetterId: id('The dead letter'),
      eventId: Type.String({ maxLength: 64, description: 'Id of the event that failed, as far as it could be read' }),
      eventType: Type.String({ maxLength: 128, description: 'Its type, as far as it could be read' }),
      tries: count('Deliveries so far'),
      at: time('When it happened'),
    },
    {
      deadLetterId: '0190a5c0-7c1e-7000-8000-000000000008',
      eventId: '0190a5c0-7c1e-7000-8000-000000000001',
      eventType: 'intake.request.registered.v1',
      tries: 8,
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
};

/** What every service says of a message it could not handle: one definition, published under each service's name. */
export const DEAD_LETTER_EVENTS = {
  ...defineEvents('intake.dead-letter', EVENTS_OF_ANY),
  ...defineEvents('dispatch.dead-letter', EVENTS_OF_ANY),
  ...defineEvents('case-mediation.dead-letter', EVENTS_OF_ANY),
  ...defineEvents('inspection.dead-letter', EVENTS_OF_ANY),
  ...defineEvents('evaluation.dead-letter', EVENTS_OF_ANY),
  ...defineEvents('gateway.dead-letter', EVENTS_OF_ANY),
};
