import { Type } from 'typebox';
import { defineEvents, event } from '../define-event.js';
import { count, id, openWord, time } from '../fields.js';

/** The services that keep words of a matter and take them away when it is erased. */
export const ERASING_SERVICES = ['intake', 'dispatch', 'case-mediation', 'evaluation'] as const;
export type ErasingService = (typeof ERASING_SERVICES)[number];

/**
 * Where words of a matter are kept: in its rows, in what it is searched by, in that of who asked, in files, in what was sent to people, in answers kept for repeated calls, in
 * lines of history, in messages that could not be handled; and in the dossier of a mediation.
 */
export const ERASURE_PLACES = [
  'words',
  'search-words',
  'requester',
  'files',
  'messages',
  'answers',
  'history',
  'dead-letters',
  'dossier',
] as const;
export type ErasurePlace = (typeof ERASURE_PLACES)[number];

/** 已删除: what stands where a text must. */
export const ERASED_TEXT = '（内容已依法删除）';

const place = () => openWord(ERASURE_PLACES, 'Where');

const EVENTS_OF_ANY = {
  'recorded.v1': event(
    { zh: '已删除诉求内容', en: 'A service has taken away what it kept of an erased matter' },
    {
      erasureId: id('What the service did'),
      matterId: id('What was erased: a request, or a mediation case whose time is over'),
      removed: Type.Array(Type.Object({ place: place(), count: count('How many rows or files') }, { additionalProperties: false }), {
        maxItems: 32,
        description: 'What was taken away, by place; a place with 0 was looked through and held nothing',
      }),
      kept: Type.Array(Type.Object({ place: place(), until: time('When it goes') }, { additionalProperties: false }), {
        maxItems: 32,
        description: 'What stays for a time of its own',
      }),
      erasedAt: time('When the rows went'),
      at: time('When all was gone'),
    },
    {
      erasureId: '0190a5c0-7c1e-7000-8000-000000000014',
      matterId: '0190a5c0-7c1e-7000-8000-000000000001',
      removed: [
        { place: 'words', count: 1 },
        { place: 'files', count: 2 },
      ],
      kept: [],
      erasedAt: '2026-11-23T04:00:00.000Z',
      at: '2026-11-23T04:00:02.000Z',
    },
  ),
};

/** What each service that keeps words of matters says of an erasure: one definition, published under each service's name. */
export const ERASURE_EVENTS = {
  ...defineEvents('intake.erasure', EVENTS_OF_ANY),
  ...defineEvents('dispatch.erasure', EVENTS_OF_ANY),
  ...defineEvents('case-mediation.erasure', EVENTS_OF_ANY),
  ...defineEvents('evaluation.erasure', EVENTS_OF_ANY),
};
