import { Type } from 'typebox';
import { defineEvents, event } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { AREA_COMPARISON_TYPES } from '../vocabulary.js';

/** What happens to an area 区划. */
export const AREA_EVENTS = defineEvents('intake.area', {
  'registered.v1': event(
    { zh: '区划登记', en: 'An area was registered or changed' },
    {
      areaId: id('The area row'),
      code: area(),
      name: Type.String({ minLength: 1, maxLength: 100, description: 'Its name, which a register of places publishes' }),
      kind: code('district, street, town, township, residents_committee, villagers_committee or grid'),
      comparisonType: Type.Union([oneOf(AREA_COMPARISON_TYPES, 'Areas are compared only within their type'), Type.Null()]),
      edition: code('Edition of the code table'),
      retiredAt: Type.Optional(time('Since when it is no more')),
      successorArea: Type.Optional(area('The area that it went into, of one that is no more')),
    },
    {
      areaId: '0190a5c0-7c1e-7000-8000-000000000010',
      code: '230903011001',
      name: '学府社区居民委员会',
      kind: 'residents_committee',
      comparisonType: 'old-estate',
      edition: 'NBS-2023',
    },
  ),
});
