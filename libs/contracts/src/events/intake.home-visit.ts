import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, id, time } from '../fields.js';

/** The account of a member of staff, who is told of it; of whom is visited nothing is said. */
const goer = (who: string) => Type.Optional(code(`Account of ${who}`));
const GOES = { workerId: goer('who is to go') };
const BY = { workerId: 'demo-window' };
const PLANNED = { from: time('Agreed from'), until: time('Agreed until'), ...GOES };
const WHEN = { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T02:00:00.000Z', ...BY };

/** What happens to a home visit 上门服务. Never who is visited. */
export const HOME_VISIT_EVENTS = defineEvents(
  'intake.home-visit',
  {
    'planned.v1': event({ zh: '约定上门', en: 'A visit at home was agreed' }, PLANNED, WHEN),
    'moved.v1': event(
      { zh: '上门改期或换人', en: 'It is at another time, or somebody else goes' },
      { ...PLANNED, formerWorkerId: goer('who was to go before, where that is somebody else') },
      { ...WHEN, formerWorkerId: 'demo-care' },
    ),
    'relocated.v1': event(
      { zh: '居民迁居或区划撤并，上门转入新区划', en: 'Whom it is for lives elsewhere now, or the area was retired' },
      PLANNED,
      WHEN,
    ),
    'done.v1': event(
      { zh: '已上门', en: 'Somebody went, and met who could not come' },
      { visitedAt: time('When') },
      { visitedAt: WHEN.from },
    ),
    'not-met.v1': event({ zh: '上门未见到', en: 'Somebody went, and met nobody' }, { visitedAt: time('When') }, { visitedAt: WHEN.from }),
    'taken-back.v1': event(
      { zh: '上门结果登记有误，已撤回', en: 'What came of it was registered by mistake: it is agreed as before' },
      PLANNED,
      WHEN,
    ),
    'cancelled.v1': event({ zh: '取消上门', en: 'It was called off' }, GOES, BY),
    'overdue.v1': event({ zh: '上门后未登记', en: 'Its time is over, and nobody has said what came of it' }, GOES, BY),
  },
  common(
    { homeVisitId: id('The visit'), areaCode: area(), at: time('When it happened') },
    { homeVisitId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', at: '2026-11-23T04:00:00.000Z' },
  ),
);
