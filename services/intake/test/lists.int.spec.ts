import { MESSAGES, MessageEntity } from '@zero-distance/notification';
import * as persistence from '@zero-distance/persistence';
import {
  AREA_OF_N,
  BUSY_ORGANISATION,
  draw,
  drawn,
  IS_QUIET,
  NUMBER_OF_N,
  QUIET_ORGANISATION,
  REPORTER,
  SOUGHT,
  UPDATED_AT,
} from '@zero-distance/testing';
import { describeLists } from '@zero-distance/testing/lists';
import { KeyPersonEntity, VisitEntity } from '../src/people/key-person/key-person.entity.js';
import { findDueKeyPersons, KEY_PERSONS, VISITS } from '../src/people/key-person/key-person.store.js';
import { ResidentEntity } from '../src/people/resident/resident.entity.js';
import { findDueResidents, RESIDENTS } from '../src/people/resident/resident.store.js';
import { ResidentGroupEntity } from '../src/people/resident-group/resident-group.entity.js';
import { RESIDENT_GROUPS } from '../src/people/resident-group/resident-group.store.js';
import { AreaEntity } from '../src/reference/area/area.entity.js';
import { AREAS } from '../src/reference/area/area.store.js';
import { AreaBoundaryEntity } from '../src/reference/area-boundary/area-boundary.entity.js';
import { AREA_BOUNDARIES } from '../src/reference/area-boundary/area-boundary.store.js';
import { CategoryEntity } from '../src/reference/category/category.entity.js';
import { CATEGORIES } from '../src/reference/category/category.store.js';
import { GridEntity } from '../src/reference/grid/grid.entity.js';
import { GRIDS } from '../src/reference/grid/grid.store.js';
import { KnowledgeEntryEntity } from '../src/reference/knowledge-entry/knowledge-entry.entity.js';
import { findDue as findReviewsDue, KNOWLEDGE_ENTRIES } from '../src/reference/knowledge-entry/knowledge-entry.store.js';
import { WechatGroupEntity } from '../src/reference/wechat-group/wechat-group.entity.js';
import { WECHAT_GROUPS } from '../src/reference/wechat-group/wechat-group.store.js';
import { MissedCallEntity } from '../src/requests/missed-call/missed-call.entity.js';
import { findDueCalls, MISSED_CALLS } from '../src/requests/missed-call/missed-call.store.js';
import { MobileGridWorkerEntity } from '../src/requests/mobile-grid-worker/mobile-grid-worker.entity.js';
import { MOBILE_GRID_WORKERS } from '../src/requests/mobile-grid-worker/mobile-grid-worker.store.js';
import { ReceptionDayEntity } from '../src/requests/reception-day/reception-day.entity.js';
import { COMING_DAYS, findDueDays, RECEPTION_DAYS } from '../src/requests/reception-day/reception-day.store.js';
import { RequestEntity } from '../src/requests/request/request.entity.js';
import { REQUESTS } from '../src/requests/request/request.store.js';
import { SnapshotReportEntity } from '../src/requests/snapshot-report/snapshot-report.entity.js';
import { findDueReports, SNAPSHOT_REPORTS } from '../src/requests/snapshot-report/snapshot-report.store.js';
import { ActivityEntity } from '../src/services/activity/activity.entity.js';
import { ACTIVITIES, COMING_ACTIVITIES, findDueActivities } from '../src/services/activity/activity.store.js';
import { ActivityBookingEntity } from '../src/services/activity-booking/activity-booking.entity.js';
import { ACTIVITY_BOOKINGS, findDueBookings } from '../src/services/activity-booking/activity-booking.store.js';
import { ActivityOutcomeEntity } from '../src/services/activity-outcome/activity-outcome.entity.js';
import { ACTIVITY_OUTCOMES, findDueOutcomes } from '../src/services/activity-outcome/activity-outcome.store.js';
import { ClerkQualificationEntity } from '../src/services/clerk-qualification/clerk-qualification.entity.js';
import { CLERK_QUALIFICATIONS } from '../src/services/clerk-qualification/clerk-qualification.store.js';
import { FacilityFaultEntity } from '../src/services/facility-fault/facility-fault.entity.js';
import { FACILITY_FAULTS, findDueFaults } from '../src/services/facility-fault/facility-fault.store.js';
import { HomeVisitEntity } from '../src/services/home-visit/home-visit.entity.js';
import { findDueHomeVisits, HOME_VISITS } from '../src/services/home-visit/home-visit.store.js';
import { KnockEntity } from '../src/services/knock/knock.entity.js';
import { KNOCKS } from '../src/services/knock/knock.store.js';
import { KnockNeedEntity } from '../src/services/knock-need/knock-need.entity.js';
import { findDueNeeds, KNOCK_NEEDS_FOUND } from '../src/services/knock-need/knock-need.store.js';
import { PointUseEntity } from '../src/services/point-use/point-use.entity.js';
import { POINT_USES } from '../src/services/point-use/point-use.store.js';
import { RoundEntity } from '../src/services/round/round.entity.js';
import { findDueRounds, ROUNDS } from '../src/services/round/round.store.js';
import { RoundTargetEntity } from '../src/services/round-target/round-target.entity.js';
import { ROUND_TARGETS } from '../src/services/round-target/round-target.store.js';
import { ServiceCaseEntity } from '../src/services/service-case/service-case.entity.js';
import { findDueCases, SERVICE_CASES } from '../src/services/service-case/service-case.store.js';
import { ServiceItemEntity } from '../src/services/service-item/service-item.entity.js';
import { SERVICE_ITEMS } from '../src/services/service-item/service-item.store.js';
import { ServicePointEntity } from '../src/services/service-point/service-point.entity.js';
import { SERVICE_POINTS } from '../src/services/service-point/service-point.store.js';

// All but the newest 600 requests are closed, withdrawn, declined or answered on the spot; one account reported one in a thousand of them.
const REQUESTS_AND_PARTIES = `
  with new as (
    select n, uuidv7() as id, ${AREA_OF_N} as area_code,
      case when n > $1 - 600 then ${drawn(['received', 'dispatched', 'mediating', 'replied', 'reopened'], 3)}
        else ${drawn(['closed', 'closed', 'closed', 'withdrawn', 'declined', 'answered'], 3)} end as state
    from generate_series(1, $1::int) n
  ), requests as (
    insert into request (id, number, state, kind, channel, category_code, area_code, title, text, urgency, upstream_reference, confidential,
      publishable, callback_possible, received_at, reported_by, resident_id, updated_at)
    select id, 'N-' || n, state, ${drawn(['complaint', 'help', 'inquiry'], 4)}, 'hotline-12345', '010203', area_code, '', '', 'normal',
      'U-' || n, ${draw(20, 5)} = 0, true, true, now(), case when ${draw(1000, 6)} = 7 then '${REPORTER}' end, md5((n % 20000)::text)::uuid, ${UPDATED_AT} from new
  ), requesters as (
    insert into requester (request_id, name, name_masked, phone_index) select id, '', '', 'hash-' || ${draw(10_000, 7)} from new
  )
  insert into request_organisation (organisation_id, request_id)
  select '${BUSY_ORGANISATION}'::uuid, id from new union all select '${QUIET_ORGANISATION}', id from new where ${IS_QUIET}`;

// Every request is about a street lamp, one in two hundred about a fountain.
const WORDS_OF_REQUESTS = `
  insert into request_words (request_id, words)
  select id, (case when ${draw(200, 8)} = 7 then '''喷泉'':1A ' else '' end || '''路灯'':2A ''area:230903'' ''area:' || left(area_code, 9) || ''' ''area:' ||
    left(area_code, 12) || '''')::tsvector
  from (select id, area_code, (row_number() over (order by id))::int as n from request) as numbered where $1::int > 0`;

// Each closed request but the oldest was merged into the one before it.
const MERGED = `
  insert into request_merge (request_id, main_request_id, at)
  select id, main, now() from (select id, lag(id) over (order by id) as main from request where state = 'closed') as pair
  where main is not null and $1::int > 0`;

// Each answered request but the oldest is a part of the one before it.
const PARTS = `
  update request r set parent_id = pair.whole
  from (select id, lag(id) over (order by id) as whole from request where state = 'answered') as pair
  where pair.id = r.id and pair.whole is not null and $1::int > 0`;

const REGISTERS = [
  `insert into area (id, code, name, kind, edition)
   select uuidv7(), case when n <= 12000 then '230903' || lpad((n / 100)::text, 3, '0') || lpad((n % 100)::text, 3, '0') || '001' else '110101' || lpad(n::text, 9, '0') end,
     '', 'grid', '1' from generate_series(1, $1::int) n`,
  `insert into area_boundary (id, code, geometry, west, south, east, north) select uuidv7(), code, '{}', 0, 0, 0, 0 from area limit $1::int`,
  `insert into grid (id, code, kind, worker_name, phone, supervision_phone) select uuidv7(), code, 'basic', '', '', '' from area limit $1::int`,
  `insert into category (id, code, name) select uuidv7(), lpad(n::text, 6, '0'), '' from generate_series(1, $1::int) n`,
  `insert into service_item (id, code, name, "group", field, eligible_groups, materials, steps, time_limit_working_days, handling_organisation,
     places, one_stop, assisted)
   select uuidv7(), 'item-' || n, '', case when n <= 16 then 'disabled' else 'elderly' end, '', '{}', '{}', '{}', 1, '', '{}', false, false
   from generate_series(1, $1::int) n`,
];

// All but the newest 600 are sent; one in a thousand of the others is dead.
const MESSAGES_SENT = `
  insert into message (id, key, purpose, subject_id, state, attempts, not_before, created_at, settled_at, version)
  select uuidv7(), 'k-' || n, 'request-registered', lpad(to_hex(n / 2), 32, '0')::uuid,
    case when n > $1 - 600 then 'waiting' when ${draw(1000, 6)} = 7 then 'dead' else 'sent' end, 0, now(), now(),
    case when n > $1 - 600 then null else now() end, 1
  from generate_series(1, $1::int) n`;

// Most are published; one organisation owns nearly all, another two of the oldest.
const KNOWLEDGE = `
  insert into knowledge_entry (id, version, state, area_code, category_code, organisation_id, organisation_code, question, answer, materials,
    written_by, drafted_at, published_at, next_at, words, updated_at)
  select uuidv7(), 1, state, ${AREA_OF_N},
    lpad((${draw(20, 7)} + 1)::text, 2, '0') || '0101', case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end,
    case when ${IS_QUIET} then 'quiet' else 'busy' end, 'q', 'a', '{}', 'w', now(), case when state <> 'draft' then now() end, now() + interval '1 day',
    array['路灯', 'w' || ${draw(5000, 8)}], ${UPDATED_AT}
  from generate_series(1, $1::int) n,
    lateral (select (array['published', 'published', 'published', 'draft', 'review-due', 'retired'])[1 + ${draw(6, 5)}] as state) as drawn`;

// All but the newest 600 are decided; one organisation's account reported most of those of riders, another two of the oldest.
const FILL_SNAPSHOT_REPORTS = `
  insert into snapshot_report (id, version, state, number, channel, area_code, confidential, reported_by, organisation_id, reported_at, due_at, next_at, phone_index,
    updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then 'reported' else 'registered' end, ${NUMBER_OF_N},
    case when n % 3 = 0 then 'mobile-grid-worker' else 'online' end, ${AREA_OF_N}, false, 'rider-' || ${draw(3, 5000)},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, now(),
    now() + (${draw(3, 5)} - 1) * interval '1 hour', case when n > $1 - 600 then now() end,
    case when n > $1 - 600 then 'hash-' || ($1 - n) end, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// All but the newest 600 are over; one organisation recorded nearly all, another two of the oldest.
const FILL_MISSED_CALLS = `
  insert into missed_call (id, version, state, area_code, line, calls, called_at, last_called_at, recorded_by, recorded_at, due_at, attempts, phone_index, updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then 'open' else ${drawn(['called-back', 'unreached'], 4)} end, ${AREA_OF_N},
    case when ${draw(100, 12)} = 7 then 'P-7' else '12345' end, 1, now(), now(),
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, now(),
    now() + (${draw(3, 5)} - 1) * interval '1 hour', 0, case when n > $1 - 600 then 'hash-' || ($1 - n) end, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;
const FILL_MOBILE_GRID_WORKERS = `
  insert into mobile_grid_worker (id, code, account_id, platform, pioneer, area_code, version, updated_at)
  select uuidv7(), 'qs-' || n, 'rider-' || n, '某外卖平台', n % 20 = 0, ${AREA_OF_N}, 1, ${UPDATED_AT} from generate_series(1, $1::int) n`;

const FILL_WECHAT_GROUPS = `
  insert into wechat_group (id, code, kind, name, area_code, keeper_account_id, response_minutes, version, updated_at)
  select uuidv7(), 'group-' || n, case when n % 20 = 0 then 'account' else 'group' end, '居民群', ${AREA_OF_N}, 'keeper', 60, 1, ${UPDATED_AT} from generate_series(1, $1::int) n`;

const FILL_SERVICE_POINTS = `
  insert into service_point (id, code, kind, name, area_code, address, longitude, latitude, facilities, standards, hours, closed_on_holidays, bays,
    of_union, operator_organisation, fault_category_code, version, updated_at)
  select uuidv7(), 'point-' || n, case when n % 20 = 0 then 'warm-bee-station' else 'community-window' end, '', ${AREA_OF_N}, '', 131, 45.7, '{}', '{}', '{}',
    false, 0, false, '', '', 1, ${UPDATED_AT} from generate_series(1, $1::int) n`;

// All but the newest 600 are over.
const FILL_RECEPTION_DAYS = `
  insert into reception_day (id, version, state, area_code, host, place, starts_at, ends_at, announced_at, updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then ${drawn(['announced', 'held'], 3)} else 'closed' end, ${AREA_OF_N}, '', '',
    now() - make_interval(mins => $1 - n), now(), now(), ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// Every request was brought to a reception day, a dozen to each.
const FILL_RECEPTION_MATTERS = `
  insert into reception_matter (request_id, reception_day_id)
  select id, lpad(to_hex(row_number() over (order by id) / 12), 32, '0')::uuid from request where $1::int > 0`;

// All but the newest 600 live here; one organisation registered nearly all, another two of the oldest. One in five thousand is disabled.
const FILL_RESIDENTS = `
  insert into resident (id, version, state, area_code, phone_index, groups, consent_on, consent_way, registered_by, registered_at, checked_at, updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then 'left' else 'registered' end, ${AREA_OF_N}, 'hash-' || ${draw(10_000, 7)},
    case when ${draw(5000, 8)} = 7 then array['elderly', 'disabled'] else array['elderly'] end, now(), 'written',
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, now(), now(), ${UPDATED_AT}
  from generate_series(1, $1::int) n`;
const FILL_ID_NUMBERS = `
  insert into resident_id_number (id_index, resident_id) select 'id-' || row_number() over (order by id), id from resident where $1::int > 0`;
const FILL_RESIDENT_GROUPS = `
  insert into resident_group (id, code, name) select uuidv7(), 'group-' || n, '' from generate_series(1, $1::int) n`;

// All but the newest 400 have left (a district looks after some 157); one organisation looks after nearly all, another after two of the oldest.
const FILL_KEY_PERSONS = `
  insert into key_person (id, version, state, area_code, resident_id, kind, risk, organisation_id, worker_id, entered_at, overdue_since, due_at, updated_at)
  select uuidv7(), 1, case when n > $1 - 400 then 'cared-for' else 'left' end, ${AREA_OF_N}, uuidv7(), 'living-alone', ${drawn(['high', 'key'], 4)},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, 'worker-' || n % 1000, now(),
    case when n > $1 - 100 then now() end, case when n > $1 - 400 then now() + ${draw(3, 5)} * interval '1 hour' end, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// All but the newest 600 are repaired; one organisation mends nearly all, another two of the oldest.
const FILL_FACILITY_FAULTS = `
  insert into facility_fault (id, version, state, service_point_code, facility, area_code, name, place, category_code, organisation_id, reported_at, due_at,
    next_at, updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then 'reported' else 'repaired' end, 'point-' || n, 'water', ${AREA_OF_N}, '', '', '',
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, now(),
    now() + (${draw(3, 5)} - 1) * interval '1 hour', case when n > $1 - 600 then now() + ${draw(3, 5)} * interval '1 hour' end, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// Visits of each key person, a hundred of each of a hundredth.
const FILL_VISITS = `
  insert into care_visit (id, key_person_id, entered_for, at, way, met, risk, counts, need, recorded_by, recorded_at)
  select uuidv7(), md5((n / 100)::text)::uuid, uuidv7(), now() - n * interval '1 hour', 'home', true, 'key', true, 'none', 'li', now()
  from generate_series(1, $1::int) n`;

const ROUND_OF = (n: string): string => `('01900000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

// All but the newest 600 are closed.
const FILL_ROUNDS = `
  insert into round (id, version, state, area_code, title, from_on, until_on, ends_at, questions, planned_at, next_at, updated_at)
  select ${ROUND_OF('n')}, 1, case when n > $1 - 600 then 'open' else 'closed' end, ${AREA_OF_N}, '', now(), now(),
    now() + (${draw(3, 5)} - 1) * interval '1 hour', '[]', now(), now() + n * interval '1 minute', ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// A hundred households of each of a hundredth; of one organisation nearly all, of another two of the oldest.
const FILL_ROUND_TARGETS = `
  insert into round_target (id, version, round_id, number, area_code, organisation_id, outcome, knocks, updated_at)
  select uuidv7(), 1, ${ROUND_OF('n / 100 + 1')}, n, ${AREA_OF_N},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, ${drawn(['met', 'not-home'], 9)}, 1, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// A hundred knocks of each of a hundredth.
const FILL_KNOCKS = `
  insert into knock (id, version, target_id, round_id, area_code, at, outcome, recorded_by, recorded_at)
  select id, 1, id, round_id, area_code, now(), 'met', 'li', now() from round_target where $1::int > 0`;

// All but the newest 600 are linked.
const FILL_KNOCK_NEEDS = `
  insert into knock_need (id, version, state, knock_id, target_id, round_id, area_code, organisation_id, need, found_at, next_at, updated_at)
  select id, 1, case when number > $1 - 600 then 'waiting' else 'linked' end, id, id, round_id, area_code, organisation_id,
    case when number % 2 = 0 then 'request' else 'topic' end, now(), case when number > $1 - 600 then now() + number * interval '1 minute' end, updated_at
  from round_target`;

// Six hundred can be booked, and are to come; the others were. One kind in four.
const FILL_ACTIVITIES = `
  insert into activity (id, version, state, area_code, kind, title, place, starts_at, ends_at, capacity, employers, organisation_id, planned_at, next_at, updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then 'announced' else 'closed' end, ${AREA_OF_N},
    (array['five-delivery', 'job-fair', 'health-check', 'culture'])[1 + n % 4], '活动', '广场',
    now() + (n - $1 + 600) * interval '1 minute', now() + (n - $1 + 660) * interval '1 minute', 60, '[]',
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, now(),
    case when n > $1 - 600 then now() + n * interval '3 minutes' end, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// A hundred bookings of each of a hundredth of the activities: those of one are few, however many there are. The newest have a clock.
const FILL_ACTIVITY_BOOKINGS = `
  insert into activity_booking (id, version, state, number, activity_id, area_code, organisation_id, booked_by, resident_id, person_index, online, booked_at, next_at,
    updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then 'booked' else 'attended' end, ${NUMBER_OF_N}, a.id, ${AREA_OF_N},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end,
    case when n % 100 = 0 then '${BUSY_ORGANISATION}'::uuid end,
    case when n % 4 = 0 then md5('r' || n / 3)::uuid end, 'person-' || n, n % 2 = 0, now(),
    case when n > $1 - 600 then now() + n * interval '1 minute' end, ${UPDATED_AT}
  from generate_series(1, $1::int) n
  join (select id, row_number() over (order by id) as place from activity order by id limit $1::int / 100 + 1) a on a.place = n / 100 + 1`;

// One of each booking.
const FILL_ACTIVITY_OUTCOMES = `
  insert into activity_outcome (id, version, state, activity_id, booking_id, area_code, organisation_id, outcome, occurred_on, follow_up_on, recorded_by, recorded_at, next_at,
    updated_at)
  select id, 1, case when state = 'booked' then 'recorded' else 'confirmed' end, activity_id, id, area_code, organisation_id,
    case when online then 'hired' else 'interview' end, now(), now() + interval '30 days', 'li', now(), next_at, updated_at
  from activity_booking where $1::int > 0`;
// All but the newest 600 are delivered, a thousandth of them with a poor rating that nobody has verified; one organisation handles nearly all, another two of the oldest.
const FILL_SERVICE_CASES = `
  insert into service_case (id, version, state, number, area_code, organisation_id, mode, item_code, item_version, item_name, one_stop, limit_working_days, materials,
    applicant_id, resident_id, handlers, external_number, applicant_phone_index, applicant_id_index, applicant_person_index, opened_at, due_at, copy_given, rate_until, rating_due_at, next_at, updated_at)
  select uuidv7(), 1, case when n > $1 - 600 then ${drawn(['open', 'submitted'], 3)} else 'delivered' end, ${NUMBER_OF_N}, ${AREA_OF_N},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end, 'window', 'item-' || n % 100 + 1, 1, '', true, 5, '[]',
    md5('r' || n / 3)::uuid, md5('r' || n / 5)::uuid, '{}', 'WZ-' || n, ${'hash id person'
      .split(' ')
      .map((of) => `case when n % 3 = 1 then '${of}-' || n end`)
      .join(', ')}, now(), now() + (${draw(3, 5)} - 1) * interval '1 hour', false,
    case when n <= $1 - 600 then now() + ((n - $1) / 100 + 30) * interval '1 day' end,
    case when n <= $1 - 600 and ${draw(1000, 6)} = 7 then now() end, case when n > $1 - 600 then now() + n * interval '1 minute' end, ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// All but the newest 600 are over.
const FILL_HOME_VISITS = `
  insert into home_visit (id, version, state, area_code, organisation_id, resident_id, cause, service_case_id, worker_id, starts_at, ends_at, planned_at,
    next_at, updated_at)
  select id, 1, case when n > $1 - 600 then 'planned' when n % 5 = 0 then 'not-met' else 'done' end, area_code, organisation_id,
    md5('r' || n / 3)::uuid, 'disabled', id, 'worker-' || n / 200, now() + n * interval '1 minute', now() + (n % 3 - 1) * interval '1 hour', now(),
    case when n > $1 - 600 then now() + n * interval '1 minute' end, updated_at
  from (select *, substr(external_number, 4)::int as n from service_case) c`;

// A clerk completes a hundred items.
const FILL_QUALIFICATIONS = `
  insert into clerk_qualification (id, version, key, clerk_id, item_code, organisation, area_code, since, updated_at)
  select uuidv7(), 1, 'clerk-' || n / 100 || ' item-' || n % 100 + 1, 'clerk-' || n / 100, 'item-' || n % 100 + 1,
    case when ${IS_QUIET} then 'quiet' else 'busy' end, ${AREA_OF_N}, '2026-11-01', ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

// Nearly all counts are of one point, two of the oldest of another; one in a thousand was set right, and one counted by a camera.
const FILL_POINT_USES = `
  insert into point_use (id, version, state, service_point_code, area_code, counted_in, organisation_id, day, uses, method, recorded_by, recorded_at, correctable_until, updated_at)
  select uuidv7(), 1, case when n % 1000 = 0 then 'corrected' else 'recorded' end, case when ${IS_QUIET} then 'point-1' else 'point-2' end, ${AREA_OF_N}, ${AREA_OF_N},
    case when ${IS_QUIET} then '${QUIET_ORGANISATION}'::uuid else '${BUSY_ORGANISATION}' end,
    date '2026-11-01' - n % 1000, n % 50, case when n % 1000 = 1 then 'camera' else 'tally' end, 'keeper', now(), now(), ${UPDATED_AT}
  from generate_series(1, $1::int) n`;

describeLists({
  service: 'intake',
  persistence,
  entities: [
    RequestEntity,
    AreaEntity,
    AreaBoundaryEntity,
    CategoryEntity,
    GridEntity,
    ServiceItemEntity,
    MessageEntity,
    KnowledgeEntryEntity,
    SnapshotReportEntity,
    MissedCallEntity,
    MobileGridWorkerEntity,
    WechatGroupEntity,
    ServicePointEntity,
    ReceptionDayEntity,
    ResidentEntity,
    ResidentGroupEntity,
    KeyPersonEntity,
    FacilityFaultEntity,
    VisitEntity,
    RoundEntity,
    RoundTargetEntity,
    KnockEntity,
    KnockNeedEntity,
    ActivityEntity,
    ActivityBookingEntity,
    ActivityOutcomeEntity,
    ServiceCaseEntity,
    HomeVisitEntity,
    ClerkQualificationEntity,
    PointUseEntity,
  ],
  fill: [
    REQUESTS_AND_PARTIES,
    WORDS_OF_REQUESTS,
    MERGED,
    PARTS,
    ...REGISTERS,
    MESSAGES_SENT,
    KNOWLEDGE,
    FILL_SNAPSHOT_REPORTS,
    FILL_MISSED_CALLS,
    FILL_MOBILE_GRID_WORKERS,
    FILL_WECHAT_GROUPS,
    FILL_SERVICE_POINTS,
    FILL_RECEPTION_DAYS,
    FILL_RECEPTION_MATTERS,
    FILL_RESIDENTS,
    FILL_ID_NUMBERS,
    FILL_RESIDENT_GROUPS,
    FILL_KEY_PERSONS,
    FILL_FACILITY_FAULTS,
    FILL_VISITS,
    FILL_ROUNDS,
    FILL_ROUND_TARGETS,
    FILL_KNOCKS,
    FILL_KNOCK_NEEDS,
    FILL_ACTIVITIES,
    FILL_ACTIVITY_BOOKINGS,
    FILL_ACTIVITY_OUTCOMES,
    FILL_SERVICE_CASES,
    FILL_HOME_VISITS,
    FILL_QUALIFICATIONS,
    FILL_POINT_USES,
  ],
  lists: {
    REQUESTS: {
      of: REQUESTS,
      asked: {
        state: ['received', 'reopened', 'closed', 'withdrawn', 'answered'],
        kind: ['complaint'],
        number: ['N-7'],
        upstreamReference: ['U-7'],
        parentId: ['00000000-0000-0000-0000-000000000007'],
        mainRequestId: ['00000000-0000-0000-0000-000000000007'],
        receptionDayId: ['00000000-0000-0000-0000-000000000007'],
        residentIds: [['8f14e45f-ceea-167a-5a36-dedd4bea2543']],
        within: [[131.01, 45.77, 131.02, 45.78]],
        phoneIndex: ['hash-7'],
        openRequesters: [true],
        q: ['喷泉', '路灯 喷泉', 'U-7', '417', '261127-417', '010203', '230903011001', '230903011001002'], // of a word that is in all, part (h) of the bench tells what the newest 2,000 cost
      },
    },
    MESSAGES: { of: MESSAGES, asked: { state: ['waiting', 'sent', 'dead'], subjectId: ['00000000-0000-0000-0000-000000000007'] } },
    AREAS: { of: AREAS, asked: { within: ['230903', '230903011', '230903011001', '999999'] } },
    AREA_BOUNDARIES: { of: AREA_BOUNDARIES, asked: { within: ['230903', '230903011', '230903011001', '999999'] } },
    CATEGORIES: { of: CATEGORIES, asked: { prefix: ['01', '0102', '010203', '99'] } },
    GRIDS: { of: GRIDS, asked: { within: ['230903', '230903011', '230903011001', '999999'] } },
    SERVICE_ITEMS: { of: SERVICE_ITEMS, asked: { group: ['elderly', 'disabled', 'five-deliveries'] } },
    KNOWLEDGE_ENTRIES: {
      of: KNOWLEDGE_ENTRIES,
      asked: {
        state: ['draft', 'published', 'review-due', 'retired'],
        organisationCode: ['quiet', 'busy'],
        categoryPrefix: ['01', '0101', '99'],
        holdsIn: ['230903', '230903011001', '999999'],
        q: ['路灯', '喷泉'],
        isPublic: [true],
        readBy: [[QUIET_ORGANISATION], []],
      },
    },
    SERVICE_POINTS: { of: SERVICE_POINTS, asked: { kind: ['community-window', 'warm-bee-station'] } },
    WECHAT_GROUPS: { of: WECHAT_GROUPS, asked: { kind: ['group', 'account'] } },
    MOBILE_GRID_WORKERS: { of: MOBILE_GRID_WORKERS, asked: { pioneer: [true, false] } },
    SNAPSHOT_REPORTS: {
      of: SNAPSHOT_REPORTS,
      asked: {
        ...{ state: ['reported', 'registered'], channel: ['online', 'mobile-grid-worker'], overdue: [true, false] },
        ...{ phoneIndex: ['hash-7'], openReporters: [true], q: SOUGHT, notJoinedTo: [['00000000-0000-0000-0000-000000000007']] },
      },
    },
    MISSED_CALLS: {
      of: MISSED_CALLS,
      asked: {
        state: ['open', 'called-back'],
        overdue: [true, false],
        phoneIndex: ['hash-7'],
        q: [...SOUGHT, { ...SOUGHT[0], code: '12345' }],
      },
    },
    RECEPTION_DAYS: {
      of: RECEPTION_DAYS,
      asked: { state: ['announced', 'closed'], areaCode: ['230903011001'], heldFor: ['230903011001'] },
    },
    COMING_DAYS: { of: COMING_DAYS, asked: { from: [new Date(0), new Date()], heldFor: ['230903011001'] } },
    RESIDENTS: {
      of: RESIDENTS,
      asked: { state: ['registered', 'left'], group: ['elderly', 'disabled'], phoneIndex: ['hash-7'], idIndex: ['id-7'] },
    },
    RESIDENT_GROUPS: { of: RESIDENT_GROUPS, asked: {} },
    KEY_PERSONS: {
      of: KEY_PERSONS,
      asked: { state: ['cared-for', 'left'], risk: ['high', 'key'], kind: ['living-alone'], workerId: ['li'], overdue: [true, false] },
    },
    FACILITY_FAULTS: {
      of: FACILITY_FAULTS,
      asked: { state: ['reported', 'repaired'], servicePointCode: ['point-7'], overdue: [true, false] },
    },
    VISITS: { of: VISITS, asked: { keyPersonId: ['8f14e45f-ceea-167a-5a36-dedd4bea2543'] } },
    ROUNDS: { of: ROUNDS, asked: { state: ['open', 'closed'], areaCode: ['230903011001'], overdue: [true, false] } },
    KNOCKS: { of: KNOCKS, asked: { targetId: ['8f14e45f-ceea-167a-5a36-dedd4bea2543'] } },
    KNOCK_NEEDS_FOUND: {
      of: KNOCK_NEEDS_FOUND,
      asked: { state: ['waiting', 'linked'], need: ['request', 'topic'], roundId: ['01900000-0000-7000-8000-000000000001'] },
    },
    ROUND_TARGETS: {
      of: ROUND_TARGETS,
      asked: { roundId: ['01900000-0000-7000-8000-000000000001'], outcome: ['met', 'not-home'], toKnock: [true, false] },
    },
    ACTIVITIES: {
      of: ACTIVITIES,
      asked: {
        state: ['announced', 'closed'],
        kind: ['job-fair', 'culture'],
        areaCode: ['230903001001', '230903001', '230903'],
        q: SOUGHT,
      },
    },
    COMING_ACTIVITIES: {
      of: COMING_ACTIVITIES,
      asked: {
        from: [new Date()],
        until: [new Date(Date.now() + 86_400_000)],
        kind: ['job-fair', 'culture'],
        heldFor: ['230903001001', '230903001'],
      },
    },
    ACTIVITY_BOOKINGS: {
      of: ACTIVITY_BOOKINGS,
      asked: {
        ...{ state: ['booked', 'attended'], activityId: ['01900000-0000-7000-8000-000000000001'], q: SOUGHT },
        residentIds: [['8f14e45f-ceea-167a-5a36-dedd4bea2543']],
      },
    },
    ACTIVITY_OUTCOMES: {
      of: ACTIVITY_OUTCOMES,
      asked: { state: ['recorded', 'confirmed'], outcome: ['hired', 'interview'], activityId: ['01900000-0000-7000-8000-000000000001'] },
    },
    SERVICE_CASES: {
      of: SERVICE_CASES,
      asked: {
        ...{ state: ['open', 'submitted', 'delivered'], itemCode: ['item-7'], residentIds: [['8f14e45f-ceea-167a-5a36-dedd4bea2543']] },
        q: SOUGHT,
        ...{
          externalNumber: ['WZ-7'],
          applicantPhoneIndex: ['hash-7'],
          underWayOf: [{ files: [], applicantIdIndex: 'id-7', applicantPersonIndex: 'person-7', residentId: null, itemCode: 'item-7' }],
          unfinishedOfPhone: ['hash-7'],
          endedOfPhone: ['hash-7'],
          overdue: [true, false],
          toVerify: [true, false],
          toRate: [true, false],
        },
      },
    },
    HOME_VISITS: {
      of: HOME_VISITS,
      asked: {
        ...{ state: ['planned', 'done', 'not-met'], workerId: ['worker-7'], residentIds: [['8f14e45f-ceea-167a-5a36-dedd4bea2543']] },
        ...{ serviceCaseId: ['8f14e45f-ceea-167a-5a36-dedd4bea2543'], overdue: [true, false] },
      },
    },
    CLERK_QUALIFICATIONS: { of: CLERK_QUALIFICATIONS, asked: { clerkId: ['clerk-7'], itemCode: ['item-7'] } },
    POINT_USES: {
      of: POINT_USES,
      asked: { state: ['recorded', 'corrected'], servicePointCode: ['point-1', 'point-2'], method: ['camera', 'tally'] },
    },
  },
  due: {
    findDueActivities,
    findDueBookings,
    findDueOutcomes,
    findReviewsDue,
    findDueCalls,
    findDueDays,
    findDueFaults,
    findDueKeyPersons,
    findDueNeeds,
    findDueReports,
    findDueResidents,
    findDueRounds,
    findDueCases,
    findDueHomeVisits,
  },
});
