import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, id, openWord, time } from '../fields.js';
import { FILE_PURPOSES } from '../vocabulary.js';

/** 公开版: a picture that anybody may see. Who hears of it may show it, from its publication to its withdrawal. */
const EVENTS_OF_ANY = {
  'published.v1': event(
    { zh: '图片已公开', en: 'A picture is shown to the public from now on' },
    {
      at: time('When it was approved'),
      purpose: Type.Optional(openWord(FILE_PURPOSES, 'What the picture is to what it belongs to: what was seen, what was done')),
    },
    { at: '2026-11-23T04:00:00.000Z', purpose: 'result' },
  ),
  'withdrawn.v1': event(
    {
      zh: '图片已撤下',
      en: 'A picture is shown to nobody any more: it was revoked, or its matter is no longer one for the public, or erased',
    },
    { at: time('When it was withdrawn') },
    { at: '2026-11-24T04:00:00.000Z' },
  ),
};

const SHARED = common(
  {
    renditionId: id('The picture as anybody may see it: the last part of its public address'),
    fileId: id('The file that it was made of'),
    subjectId: id('What the file belongs to: a request, an order or a hazard, as its service knows it'),
    matterId: id('The request or hazard that all services know it by'),
    areaCode: area('Where the matter lay when the picture was published'),
  },
  {
    renditionId: '7a2c0d5e-1b1a-4c3d-8e2f-000000000000',
    fileId: '0190a5c0-7c1e-7000-8000-000000000009',
    subjectId: '0190a5c0-7c1e-7000-8000-000000000002',
    matterId: '0190a5c0-7c1e-7000-8000-000000000002',
    areaCode: '230903011001',
  },
);

/** What each service with pictures for the public says of them: one definition, published under each service's name. */
export const RENDITION_EVENTS = {
  ...defineEvents('intake.rendition', EVENTS_OF_ANY, SHARED),
  ...defineEvents('dispatch.rendition', EVENTS_OF_ANY, SHARED),
  ...defineEvents('inspection.rendition', EVENTS_OF_ANY, SHARED),
};
