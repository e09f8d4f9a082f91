import * as persistence from '@zero-distance/persistence';
import { IMPORTS } from '@zero-distance/platform';
import {
  AREA_OF_N,
  BUSY_ORGANISATION,
  draw,
  drawn,
  IS_QUIET,
  NUMBER_OF_N,
  QUIET_ORGANISATION,
  SOUGHT,
  UPDATED_AT,
} from '@zero-distance/testing';
import { describeLists } from '@zero-distance/testing/lists';
import { MediationCaseEntity } from '../src/mediation-case/mediation-case.entity.js';
import { MEDIATION_CASES } from '../src/mediation-case/mediation-case.store.js';
import { MediatorEntity } from '../src/mediator/mediator.entity.js';
import { MEDIATORS } from '../src/mediator/mediator.store.js';

const MEDIATOR = '0190a5c0-7c1e-7000-8000-00000000000a';

// All but the newest 600 cases have an outcome; one organisation applied for nearly all, another for two of the oldest.
const CASES = `
  insert into mediation_case (id, request_id, request_number, round, area_code, case_type, difficulty, parties, state, mediator_id, chosen_by_parties,
    recused_mediator_ids, applied_at, due_at, applied_by, version, updated_at)
  select uuidv7(), gen_random_uuid(), ${NUMBER_OF_N}, 1, ${AREA_OF_N}, 'neighbours', 'simple', '[]',
    case when n > $1 - 600 then ${drawn(['applied', 'accepted', 'assigned', 'mediating', 'agreed'], 3)}
      else ${drawn(['performed', 'performed', 'breached', 'failed', 'declined', 'terminated'], 3)} end,
    case when ${draw(1000, 4)} = 7 then '${MEDIATOR}'::uuid end, false, '{}', now(), now() + (${draw(3, 5)} - 1) * interval '1 hour',
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, 1, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;
const A_MEDIATOR = `
  insert into mediator (id, name, qualification, specialities, area_code, committee, registered_at)
  select '${MEDIATOR}'::uuid, '', 'professional', array['neighbours'], '230903', '', now() where $1 > 0`;

const TEXTS = `insert into matter_text select request_id, '', '' from mediation_case where request_id is not null and $1::int > 0`;

describeLists({
  service: 'case-mediation',
  persistence,
  entities: [MediationCaseEntity, MediatorEntity],
  fill: [A_MEDIATOR, CASES, TEXTS],
  lists: {
    MEDIATION_CASES: {
      of: MEDIATION_CASES,
      asked: {
        state: ['applied', 'mediating', 'agreed', 'performed', 'declined'],
        requestId: [BUSY_ORGANISATION],
        mediatorId: [MEDIATOR],
        overdue: [true],
        q: SOUGHT,
      },
    },
    IMPORTS: { of: IMPORTS, small: 'each is a file that somebody sent, forgotten after 30 days' },
    MEDIATORS: { of: MEDIATORS, small: 'a county has some hundred mediators, and a page looks through all of them' },
  },
});
