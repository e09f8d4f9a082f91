import { Type } from 'typebox';
import { code, finder, flag, id, oneOf, openWord, orderedService, time } from './fields.js';
import { CHANNELS, REQUEST_KINDS, URGENCIES } from './vocabulary.js';

/** What a request is, when others begin to hear of it or of its answer. */
export const FACTS = {
  number: code('Number a person can read over the telephone'),
  kind: oneOf(REQUEST_KINDS, 'What is asked'),
  channel: openWord(CHANNELS, 'How it came in'),
  categoryCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Category, 2+2+2 digits' }),
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
};
export const FACTS_EXAMPLE = {
  number: '230903011001-261123-000417',
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  urgency: 'normal',
  confidential: false,
  publishable: true,
  callbackPossible: true,
  receivedAt: '2026-11-23T02:00:00.000Z',
} as const;

/** What a request is, there when its requester asked for it to be handled again: an order may have to be opened for it. */
export const IF_ASKED_FOR = {
  number: Type.Optional(FACTS.number),
  categoryCode: Type.Optional(FACTS.categoryCode),
  urgency: Type.Optional(FACTS.urgency),
  receivedAt: Type.Optional(FACTS.receivedAt),
  channel: Type.Optional(FACTS.channel),
  confidential: Type.Optional(FACTS.confidential),
  publishable: Type.Optional(FACTS.publishable),
  callbackPossible: Type.Optional(FACTS.callbackPossible),
  barredOrganisationIds: FACTS.barredOrganisationIds,
  barredAccountIds: FACTS.barredAccountIds,
  ...{ finderId: finder(), service: orderedService() },
};
