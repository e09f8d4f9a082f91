import { Type } from 'typebox';
import { defineEvents, event } from '../define-event.js';
import { area, code, id, time } from '../fields.js';

/** What happens to an organisation 承办单位. */
export const ORGANISATION_EVENTS = defineEvents('dispatch.organisation', {
  'registered.v1': event(
    { zh: '承办单位登记', en: 'An organisation was registered or changed' },
    {
      organisationId: id('The organisation'),
      code: code('Its short code, as in tokens'),
      name: Type.String({ minLength: 1, maxLength: 100, description: 'Its official name, which is public' }),
      kind: code('A word of ORGANISATION_KINDS; more may come'),
      areaCode: area(),
      parentOrganisation: Type.Optional(code('The code of the organisation that it belongs to')),
      retiredAt: Type.Optional(time('Since when it is no more')),
      successorOrganisation: Type.Optional(code('The code of the organisation that took over its work, of one that is no more')),
    },
    {
      organisationId: '0190a5c0-7c1e-7000-8000-000000000003',
      code: 'housing-bureau',
      name: '区住建局',
      kind: 'department',
      areaCode: '230903',
    },
  ),
});
