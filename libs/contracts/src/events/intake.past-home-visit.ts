import { common, defineEvents, event } from '../define-event.js';
import { area, id, time } from '../fields.js';

/** What happens to a visit at home of the time before 历史上门服务: it is brought in, once. Nothing tells who was visited. */
export const PAST_HOME_VISIT_EVENTS = defineEvents(
  'intake.past-home-visit',
  {
    'imported.v1': event(
      { zh: '历史上门服务已导入', en: 'A visit at home of the time before was brought in: nobody has to do anything' },
      { visitedAt: time('When somebody went, and met whom it was for') },
      { visitedAt: '2025-03-05T02:00:00.000Z' },
    ),
  },
  common(
    { pastHomeVisitId: id('The visit'), areaCode: area('Where they lived'), at: time('When it happened') },
    { pastHomeVisitId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', at: '2026-11-23T04:00:00.000Z' },
  ),
);
