import { newId } from '@zero-distance/kernel';
import * as persistence from '@zero-distance/persistence';
import { IMPORTS } from '@zero-distance/platform';
import {
  AREA_OF_N,
  BUSY_ORGANISATION,
  CATEGORY_OF_N,
  draw,
  drawn,
  IS_QUIET,
  NUMBER_OF_N,
  QUIET_ORGANISATION,
  SOUGHT,
  UPDATED_AT,
} from '@zero-distance/testing';
import { describeLists } from '@zero-distance/testing/lists';
import { HolidayEntity } from '../src/deadlines/holiday/holiday.entity.js';
import { HOLIDAYS } from '../src/deadlines/holiday/holiday.store.js';
import { ApplicationEntity } from '../src/orders/application/application.entity.js';
import {
  APPLICATIONS,
  findMaybeOver as findMaybeLapsed,
  findToRemind as findUndecided,
} from '../src/orders/application/application.store.js';
import { PartEntity } from '../src/orders/part/part.entity.js';
import { findToRemind as findLateParts, findMaybeOver, PARTS } from '../src/orders/part/part.store.js';
import { SupervisionOrderEntity } from '../src/orders/supervision-order/supervision-order.entity.js';
import { findRed, findToRemind as findUnanswered, SUPERVISION_ORDERS } from '../src/orders/supervision-order/supervision-order.store.js';
import { WhistleEntity } from '../src/orders/whistle/whistle.entity.js';
import { findToConclude, findToEnd, findToMiss, WHISTLES } from '../src/orders/whistle/whistle.store.js';
import { WorkOrderEntity } from '../src/orders/work-order/work-order.entity.js';
import {
  findToLapse,
  findToMiss as findToMissAppointment,
  findToRemind,
  findToResume,
  findToWarn,
  WORK_ORDERS,
} from '../src/orders/work-order/work-order.store.js';
import { DutyShiftEntity } from '../src/reference/duty-shift/duty-shift.entity.js';
import { COMING_SHIFTS, DUTY_SHIFTS } from '../src/reference/duty-shift/duty-shift.store.js';
import { OrganisationEntity } from '../src/reference/organisation/organisation.entity.js';
import { ORGANISATIONS } from '../src/reference/organisation/organisation.store.js';
import { ResponsibilityEntity } from '../src/reference/responsibility/responsibility.entity.js';
import { RESPONSIBILITIES } from '../src/reference/responsibility/responsibility.store.js';

// All but the newest 600 orders are closed, one in fifty terminated.
const WORK_ORDERS_AND_PARTIES = `
  with new as (
    select n, uuidv7() as id, ${AREA_OF_N} as area_code, ${NUMBER_OF_N} as number, ${CATEGORY_OF_N} as category_code,
      case when n > $1 - 600 then ${drawn(['pending', 'dispatched', 'accepted', 'in-progress', 'replied', 'approved'], 3)}
        when ${draw(50, 3)} = 0 then 'terminated' else 'closed' end as state
    from generate_series(1, $1::int) n
  ), orders as (
    insert into work_order (id, version, type, source_id, source_number, category_code, area_code, urgency, state, round, received_at, opened_at,
      lead_organisation_id, dispatch_due_at, counted_from, feedback_due_at, step_due_at, updated_at)
    select id, 1, ${drawn(['request', 'hazard-rectification'], 4)}, gen_random_uuid(), number, category_code, area_code, 'normal', state, 1, now(), now(),
      case when state <> 'pending' then '${BUSY_ORGANISATION}'::uuid end, now(), now(), now(),
      case when state in ('pending', 'dispatched', 'accepted', 'in-progress') then now() + (${draw(3, 5)} - 1) * interval '1 hour' end, ${UPDATED_AT}
    from new
  ), persons as (
    insert into work_order_person (account_id, work_order_id, is_open)
    select case when ${IS_QUIET} then '${QUIET_ORGANISATION}' else '${BUSY_ORGANISATION}' end, id, state not in ('closed', 'terminated') from new where state <> 'pending'
  )
  insert into work_order_organisation (organisation_id, work_order_id, is_open)
  select '${BUSY_ORGANISATION}'::uuid, id, state not in ('closed', 'terminated') from new where state <> 'pending'
  union all select '${QUIET_ORGANISATION}', id, state not in ('closed', 'terminated') from new where ${IS_QUIET}`;

const TEXTS = `insert into matter_text select source_id, '', '' from work_order where type = 'request' and $1::int > 0`;

const REGISTERS = [
  `insert into organisation select uuidv7(), 'org-' || n, '单位', 'department', '230903', 1 from generate_series(1, $1::int) n`,
  // One in ten has ended, another was replaced before it began.
  `insert into responsibility (id, code, version, category_prefix, area_prefix, lead_organisation_id, effective_from, effective_to, set_by, set_at, updated_at)
   select uuidv7(), 'entry-' || n, 1, case when ${IS_QUIET} then '09' else '0102' end, ${AREA_OF_N}, (select id from organisation limit 1), now() - interval '1 day',
     case ${draw(10, 7)} when 0 then now() - interval '1 hour' when 1 then now() - interval '1 day' end, 'admin', now(), ${UPDATED_AT}
   from generate_series(1, $1::int) n`,
  `insert into holiday select uuidv7(), '1949-10-01'::date + n, 'holiday', '假日', now(), 1 from generate_series(1, $1::int) n`,
];

// What is about an order is of the n-th.
const ORDERED = '(select id, (row_number() over (order by id))::int as n from work_order) as ordered';

// All but the newest 600 are decided; one organisation asked nearly all, another few.
const FILL_APPLICATIONS = `
  insert into application (id, version, kind, state, work_order_id, source_id, type, round, area_code, organisation_id, asked_at, asked_by, due_at, updated_at)
  select uuidv7(), 1, ${drawn(['return', 'termination', 'reassignment'], 4)}, case when n > $1 - 600 then ${drawn(['asked', 'appealed'], 6)} else 'granted' end,
    id, gen_random_uuid(), 'request', 1, ${AREA_OF_N},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, now(), 'somebody',
    now() + (${draw(3, 5)} - 1) * interval '1 hour', ${UPDATED_AT}
  from ${ORDERED} where $1::int > 0`;

// All but the newest 600 are in; one organisation leads all, another helps with all but a few.
const FILL_PARTS = `
  with new as (
    insert into part (id, version, state, work_order_id, source_id, type, round, area_code, organisation_id, lead_organisation_id, opened_at, due_at,
      is_paused, reported_at, report, on_time, updated_at)
    select uuidv7(), 1, state, work_order_id, gen_random_uuid(), 'request', 1, area_code, case when quiet then '${QUIET_ORGANISATION}'::uuid
      else gen_random_uuid() end, '${BUSY_ORGANISATION}', now(), now() + hours * interval '1 hour', false,
      case when state = 'reported' then now() end, case when state = 'reported' then '已办' end, case when state = 'reported' then true end, updated_at
    from (select n, id as work_order_id, ${AREA_OF_N} as area_code, ${IS_QUIET} as quiet, ${draw(3, 5)} - 1 as hours, ${UPDATED_AT} as updated_at,
      case when n > $1 - 600 then ${drawn(['open', 'accepted', 'returned'], 6)} else 'reported' end as state from ${ORDERED}) as drawn
    returning id, organisation_id, lead_organisation_id
  )
  insert into part_organisation (organisation_id, part_id) select organisation_id, id from new union all select lead_organisation_id, id from new`;

// All but the newest 600 are closed; one organisation answers nearly all, another few. One month has nearly all.
const FILL_SUPERVISION = `
  with new as (insert into supervision_order (id, version, state, cause, opened_by, work_order_ids, source_ids, type, area_code, organisation_id, opened_at, month, due_at,
    updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then ${drawn(['open', 'answered'], 6)} else 'closed' end, ${drawn(['overdue', 'repeated'], 4)}, 'centre',
    array[id], array[gen_random_uuid()], 'request', ${AREA_OF_N},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, now(), case when ${IS_QUIET} then '2026-10' else '2026-11' end,
    now() + (${draw(3, 5)} - 1) * interval '1 hour', ${UPDATED_AT}
  from ${ORDERED} returning id, work_order_ids)
  insert into supervised_order (work_order_id, supervision_order_id, round, by_red_lamp) select work_order_ids[1], id, 1, false from new`;

// All but the newest 600 are concluded; one street whistled nearly all, another few.
const FILL_WHISTLES = `
  with new as (
    insert into whistle (id, version, state, work_order_id, source_id, type, area_code, confidential, organisation_id, place, meet_at, arrive_by, summoned, opened_at, result,
      concluded_at, updated_at)
    select uuidv7(), 1, state, work_order_id, gen_random_uuid(), 'request', area_code, false, organisation, '路口', now(), now() + hours * interval '1 hour', '[]',
      now(), case when state = 'concluded' then 'solved' end, case when state = 'concluded' then now() end, updated_at
    from (select id as work_order_id, ${AREA_OF_N} as area_code, case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end as organisation,
      ${draw(3, 5)} - 1 as hours, ${UPDATED_AT} as updated_at, case when n > $1 - 600 then 'called' else 'concluded' end as state
      from ${ORDERED}) as drawn
    returning id, organisation_id
  )
  insert into whistle_organisation (organisation_id, whistle_id) select organisation_id, id from new`;

// All but the newest 600 shifts are over; one organisation has nearly all, another few.
const FILL_DUTY = `
  insert into duty_shift (id, code, organisation_code, area_code, name, starts_at, ends_at, cancelled, version, updated_at)
  select uuidv7(), 'shift-' || n, case when ${IS_QUIET} then 'quiet' else 'busy' end, ${AREA_OF_N}, '值班', now() - make_interval(hours => $1 - n),
    now() + case when n > $1 - 600 then interval '1 day' else interval '-1 hour' end, false, 1, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

describeLists({
  service: 'dispatch',
  persistence,
  entities: [
    WorkOrderEntity,
    OrganisationEntity,
    ResponsibilityEntity,
    HolidayEntity,
    ApplicationEntity,
    PartEntity,
    SupervisionOrderEntity,
    WhistleEntity,
    DutyShiftEntity,
  ],
  fill: [WORK_ORDERS_AND_PARTIES, TEXTS, ...REGISTERS, FILL_APPLICATIONS, FILL_PARTS, FILL_SUPERVISION, FILL_WHISTLES, FILL_DUTY],
  lists: {
    WORK_ORDERS: {
      of: WORK_ORDERS,
      asked: {
        state: ['pending', 'replied', 'closed', 'terminated'],
        type: ['request'],
        q: SOUGHT,
        sourceId: [BUSY_ORGANISATION],
        organisationId: [BUSY_ORGANISATION, QUIET_ORGANISATION],
        overdue: [true, false],
        personId: [BUSY_ORGANISATION, QUIET_ORGANISATION],
        misrouted: [true, false],
        escalation: ['leaders-meeting'],
      },
    },
    ORGANISATIONS: { of: ORGANISATIONS, asked: {} },
    DUTY_SHIFTS: { of: DUTY_SHIFTS, asked: { organisation: ['busy', 'quiet'], at: [new Date().toISOString()] } },
    COMING_SHIFTS: {
      of: COMING_SHIFTS,
      asked: { from: [new Date(0).toISOString(), new Date(Date.now() - 86_400_000).toISOString()], organisation: ['busy', 'quiet'] },
    },
    RESPONSIBILITIES: {
      of: RESPONSIBILITIES,
      asked: { categoryPrefix: ['0102', '09'], areaCode: ['230903', '230903011', '230903011001', '230903999001'] },
    },
    HOLIDAYS: { of: HOLIDAYS, asked: { year: [1960, 2200] } },
    IMPORTS: { of: IMPORTS, small: 'each is a file that somebody sent, forgotten after 30 days' },
    APPLICATIONS: {
      of: APPLICATIONS,
      asked: { q: SOUGHT, state: ['asked', 'granted'], kind: ['return'], workOrderId: [BUSY_ORGANISATION], overdue: [true, false] },
    },
    SUPERVISION_ORDERS: {
      of: SUPERVISION_ORDERS,
      asked: {
        q: [...SOUGHT.map(({ areas }) => ({ ids: [], areas })), { ids: Array.from({ length: 1000 }, () => newId()), areas: [] }],
        state: ['open', 'closed'],
        cause: ['overdue'],
        month: ['2026-10', '2026-11'],
        workOrderId: [BUSY_ORGANISATION],
        overdue: [true, false],
      },
    },
    WHISTLES: {
      of: WHISTLES,
      asked: { q: SOUGHT, state: ['called', 'concluded'], workOrderId: [BUSY_ORGANISATION], overdue: [true, false] },
    },
    PARTS: {
      of: PARTS,
      asked: { q: SOUGHT, state: ['open', 'reported'], workOrderId: [BUSY_ORGANISATION], overdue: [true, false], undecided: [true, false] },
    },
  },
  due: {
    ...{
      findToLapse,
      findToMissAppointment,
      findToRemind,
      findToResume,
      findToWarn,
      findMaybeLapsed,
      findUndecided,
      findMaybeOver,
      findLateParts,
    },
    ...{ findRed, findUnanswered, findToConclude, findToEnd, findToMiss },
  },
});
