import { common, defineEvents, event } from '../define-event.js';
import { area, count, flag, id, time } from '../fields.js';

/** What happens to an inspection visit 检查. */
export const VISIT_EVENTS = defineEvents(
  'inspection.visit',
  {
    'recorded.v1': event({ zh: '排查登记', en: 'An inspection of premises was recorded' }),
    'imported.v1': event({ zh: '历史排查已导入', en: 'A visit of the time before was brought in, with its own time' }),
  },
  common(
    {
      visitId: id('The inspection visit'),
      premisesId: id('The premises'),
      areaCode: area(),
      passed: flag('No item failed'),
      hazards: count('Hazards found'),
      at: time('When it happened'),
    },
    {
      visitId: '0190a5c0-7c1e-7000-8000-000000000008',
      premisesId: '0190a5c0-7c1e-7000-8000-000000000006',
      areaCode: '230903011001',
      passed: false,
      hazards: 1,
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
