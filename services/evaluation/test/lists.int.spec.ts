import * as persistence from '@zero-distance/persistence';
import { AREA_OF_N, BUSY_ORGANISATION, draw, IS_QUIET, NUMBER_OF_N, QUIET_ORGANISATION, SOUGHT, UPDATED_AT } from '@zero-distance/testing';
import { describeLists } from '@zero-distance/testing/lists';
import { CallbackEntity } from '../src/callback/callback.entity.js';
import { CALLBACKS } from '../src/callback/callback.store.js';

// All but the newest 600 callbacks are recorded; one organisation answered nearly all, another two of the oldest.
const CALLBACKS_OF_ALL = `
  insert into callback (id, request_id, request_number, request_kind, organisation_id, area_code, round, state, possible, opened_at, recorded_at, outcome,
    version, updated_at)
  select uuidv7(), gen_random_uuid(), ${NUMBER_OF_N}, case when ${IS_QUIET} then 'service-order' else 'complaint' end,
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end,
    ${AREA_OF_N}, 1, case when n > $1 - 600 then 'open' else 'recorded' end, true, now() - ${draw(3, 3)} * interval '1 hour',
    case when n <= $1 - 600 then now() end, case when n <= $1 - 600 then 'closed' end, 1, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;
const AN_HOUR_AGO = new Date(Date.now() - 3_600_000);

describeLists({
  service: 'evaluation',
  persistence,
  entities: [CallbackEntity],
  fill: [CALLBACKS_OF_ALL],
  lists: {
    CALLBACKS: {
      of: CALLBACKS,
      asked: {
        state: ['open', 'recorded'],
        requestId: [BUSY_ORGANISATION],
        requestKind: ['service-order', 'complaint'],
        q: SOUGHT,
        overdue: [
          { is: true, openedBy: AN_HOUR_AGO },
          { is: false, openedBy: AN_HOUR_AGO },
        ],
      },
    },
  },
});
