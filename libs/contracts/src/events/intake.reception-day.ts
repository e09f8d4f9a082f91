import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, count, id, time } from '../fields.js';

const MATTERS = { matters: count('What its visitors asked for'), openMatters: count('Of that, what has no result yet') };

const HELD_ON = { startsAt: Type.Optional(time('When it began, as it was announced last; absent in events of earlier releases')) };

/** What happens to a reception day 居民接待日. */
export const RECEPTION_DAY_EVENTS = defineEvents(
  'intake.reception-day',
  {
    'announced.v1': event(
      { zh: '预告居民接待日', en: 'A reception day was announced' },
      { startsAt: time('When it begins'), endsAt: time('When it ends') },
      { startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T03:00:00.000Z' },
    ),
    'imported.v1': event(
      { zh: '历史居民接待日已导入', en: 'A reception day of the time before was brought in: nobody has to do anything' },
      { startsAt: time('When it began'), endsAt: time('When it ended'), visitors: count('How many came') },
      { startsAt: '2025-03-05T01:00:00.000Z', endsAt: '2025-03-05T03:00:00.000Z', visitors: 12 },
    ),
    'corrected.v1': event(
      { zh: '居民接待日预告已更正', en: 'Place, host, topic or time of an announced reception day were set right' },
      { startsAt: time('When it begins'), endsAt: time('When it ends') },
      { startsAt: '2026-12-01T01:30:00.000Z', endsAt: '2026-12-01T03:30:00.000Z' },
    ),
    'held.v1': event(
      { zh: '居民接待日已举行', en: 'A reception day was held' },
      { visitors: count('How many came'), ...MATTERS, ...HELD_ON },
      { visitors: 12, matters: 7, openMatters: 6, startsAt: '2026-12-01T01:00:00.000Z' },
    ),
    'presumed-held.v1': event(
      { zh: '居民接待日未登记举行，但有来访', en: 'Nobody said in time that a reception day was held, and somebody came to it: it was' },
      { ...MATTERS, ...HELD_ON },
      { matters: 2, openMatters: 1, startsAt: '2026-12-01T01:00:00.000Z' },
    ),
    'called-off.v1': event({ zh: '居民接待日已取消', en: 'A reception day was called off' }),
    'lapsed.v1': event({ zh: '居民接待日未登记举行，亦无来访', en: 'Nobody came to a reception day or said in time that it was held' }),
    'closed.v1': event({ zh: '居民接待日已办结', en: 'Each visitor of a reception day has a result' }, MATTERS, {
      matters: 7,
      openMatters: 0,
    }),
    'expired.v1': event({ zh: '居民接待日逾期结束', en: 'A reception day ended, whatever became of its matters' }, MATTERS, {
      matters: 7,
      openMatters: 1,
    }),
  },
  common(
    { receptionDayId: id('The reception day'), areaCode: area(), at: time('When it happened') },
    { receptionDayId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011', at: '2026-11-23T04:00:00.000Z' },
  ),
);
