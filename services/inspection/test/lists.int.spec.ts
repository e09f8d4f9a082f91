import * as persistence from '@zero-distance/persistence';
import {
  AREA_OF_N,
  BUSY_ORGANISATION,
  CATEGORY_OF_N,
  draw,
  drawn,
  IS_QUIET,
  QUIET_ORGANISATION,
  SOUGHT,
  UPDATED_AT,
} from '@zero-distance/testing';
import { describeLists } from '@zero-distance/testing/lists';
import { HazardEntity } from '../src/hazard/hazard.entity.js';
import { HAZARDS } from '../src/hazard/hazard.store.js';
import { PremisesEntity } from '../src/premises/premises.entity.js';
import { PREMISES } from '../src/premises/premises.store.js';
import { VisitEntity } from '../src/visit/visit.entity.js';
import { VISITS } from '../src/visit/visit.store.js';

// A visit to each of the premises with a hazard that was corrected on the spot or rectified since, but for the newest 600. One organisation
// made half of the visits and has the work order of half of the hazards.
const VISITS_AND_HAZARDS = `
  with new as (
    select n, uuidv7() as id, uuidv7() as visit_id, uuidv7() as hazard_id, 'P-' || n as code, ${AREA_OF_N} as area_code, ${CATEGORY_OF_N} as category_code,
      case when n > $1 - 600 then ${drawn(['ordered', 'transferred', 'rectified', 'failed'], 3)}
        else ${drawn(['corrected', 'closed'], 3)} end as state
    from generate_series(1, $1::int) n
  ), premises as (
    insert into premises (id, version, code, name, kind, area_code, address, status, updated_at)
    select id, 1, code, '', ${drawn(['shop', 'hotel', 'clinic'], 4)}, area_code, '',
      case ${draw(100, 5)} when 0 then 'suspended' when 1 then 'closed' else 'active' end, ${UPDATED_AT} from new
  ), visits as (
    insert into visit (id, version, premises_id, premises_code, area_code, checklist_version, grid_worker, results, passed, hazard_count,
      visited_at, recorded_by, updated_at)
    select visit_id, 1, id, code, area_code, 1, 'WG-1', '[]', false, 1, now(), 'inspector', ${UPDATED_AT} from new
  ), hazards as (
    insert into hazard (id, version, state, visit_id, premises_id, premises_code, area_code, item_code, severity, category_code, urgency,
      with_work_order, rectify_by, recheck_due_at, transfer_due_at, recheck_working_days, warnings, found_at, updated_at)
    select hazard_id, 2, state, visit_id, id, code, area_code, 'exit-blocked', 'serious', category_code, 'normal', false,
      case when state = 'ordered' then now() - interval '1 hour' end, case when state = 'rectified' then now() - interval '1 hour' end,
      case when state in ('transferred', 'failed') then now() - interval '1 hour' end, 3, '[]', now(), ${UPDATED_AT} from new
  ), handlers as (
    insert into hazard_organisation (organisation_id, hazard_id, visit_id, premises_id)
    select '${BUSY_ORGANISATION}'::uuid, hazard_id, visit_id, id from new where ${draw(2, 6)} = 0
    union all select '${QUIET_ORGANISATION}', hazard_id, visit_id, id from new where ${IS_QUIET}
  )
  insert into visit_organisation (organisation_id, visit_id, premises_id)
  select '${BUSY_ORGANISATION}'::uuid, visit_id, id from new where ${draw(2, 7)} = 1
  union all select '${QUIET_ORGANISATION}', visit_id, id from new where ${IS_QUIET}`;

describeLists({
  service: 'inspection',
  persistence,
  entities: [PremisesEntity, VisitEntity, HazardEntity],
  fill: [VISITS_AND_HAZARDS],
  lists: {
    PREMISES: { of: PREMISES, asked: { kind: ['shop'], status: ['active', 'suspended', 'closed'] } },
    VISITS: { of: VISITS, asked: { q: SOUGHT, premises: ['P-7'] } },
    HAZARDS: {
      of: HAZARDS,
      asked: {
        state: ['ordered', 'transferred', 'rectified', 'failed', 'corrected', 'closed'],
        premises: ['P-7'],
        overdue: [true],
        q: SOUGHT,
      },
    },
  },
});
