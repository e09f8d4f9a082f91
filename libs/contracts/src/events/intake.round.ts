import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, count, date, id, time } from '../fields.js';

/** A community has 999 grids at most; what lies in none of them counts as the community's own. */
const MOST_GRIDS = 1000;

const ENDED = { targets: count('Households on its list'), met: count('Of those, where somebody was met') };
const UNTIL = { untilOn: date('Its last day') };

/** What happens to a door-knocking round 敲门行动. */
export const ROUND_EVENTS = defineEvents(
  'intake.round',
  {
    'planned.v1': event({ zh: '计划敲门行动', en: 'A door-knocking round was planned' }, UNTIL, { untilOn: '2026-12-20' }),
    'corrected.v1': event({ zh: '敲门行动计划已更正', en: 'What was planned of a round was set right' }, UNTIL, { untilOn: '2026-12-20' }),
    'opened.v1': event(
      { zh: '敲门行动开始，名单冻结', en: 'A round was opened: its list is frozen' },
      {
        ...UNTIL,
        openedAt: time('When: its households count on that day'),
        grids: Type.Array(
          Type.Object(
            { areaCode: area('The grid; the community for what lies in none'), targets: count('Households of it on the list') },
            { additionalProperties: false },
          ),
          { minItems: 1, maxItems: MOST_GRIDS, description: 'How many households are on the list, by grid' },
        ),
      },
      { untilOn: '2026-12-20', openedAt: '2026-11-23T04:00:00.000Z', grids: [{ areaCode: '230903011001001', targets: 60 }] },
    ),
    'extended.v1': event({ zh: '敲门行动延期', en: 'A round takes longer' }, UNTIL, { untilOn: '2026-12-31' }),
    'overdue.v1': event({ zh: '敲门行动到期未结束', en: 'The last day of a round is over, and nobody has closed it' }, ENDED, {
      targets: 60,
      met: 41,
    }),
    'closed.v1': event({ zh: '敲门行动结束', en: 'A round was closed: what was left is explained' }, ENDED, { targets: 60, met: 48 }),
    'expired.v1': event({ zh: '敲门行动逾期自动结束', en: 'A round that nobody closed ended by its clock' }, ENDED, {
      targets: 60,
      met: 41,
    }),
    'cancelled.v1': event({ zh: '敲门行动取消', en: 'A round was given up before it was opened' }),
    'lapsed.v1': event({ zh: '敲门行动逾期未开始', en: 'A round that nobody opened in its time was given up' }),
  },
  common(
    { roundId: id('The round'), areaCode: area(), at: time('When it happened') },
    {
      roundId: '0190a5c0-7c1e-7000-8000-000000000099',
      areaCode: '230903011001',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
