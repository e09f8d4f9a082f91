/**
 * (j) What clerks ask of the rooms of services where a district has its residents: cases at windows, visits at home, activities with who came, rounds of
 * knocking, uses of points. A case for every fourth resident, a visit for every fiftieth; one in a hundred
 * came to the five deliveries, as in the article's district.
 */
export const SERVICE_CALLS = {
  'service cases of a community': 'service-cases?areaCode=230903011001&limit=20',
  'service cases that are overdue': 'service-cases?overdue=true&limit=20',
  'home visits of a community': 'home-visits?areaCode=230903011001&limit=20',
  'activities of a street': 'activities?areaCode=230903011&limit=20',
  'bookings of an activity': 'activity-bookings?activityId={activity}&limit=20',
  'uses of service points': 'point-uses?areaCode=230903&limit=20',
  'coverage of a round': 'rounds/{round}/coverage',
  'people served by deliveries in a month': 'delivery-reach?areaCode=230903&period=2026-06',
  'people served by deliveries in a year': 'delivery-reach?areaCode=230903&period=2026',
} as const;

/** Of `total` residents, in the communities that there are; none is an aggregate that a clock has to do with, so that the clocks are at rest meanwhile. */
export const fillServices = (total: number): readonly string[] => [
  'set session_replication_role = replica',
  'truncate service_case, home_visit, activity, activity_booking, activity_outcome, round, round_target, knock, knock_need, point_use',
  `create unlogged table bench_place as
     select code, row_number() over (order by code)::int - 1 as nth, count(*) over ()::int as places from area where length(code) = 12`,
  `insert into service_case (id, version, state, area_code, mode, item_code, item_version, item_name, one_stop, limit_working_days, materials, applicant,
       applicant_name, handlers, opened_at, submitted_at, due_at, copy_given)
     select uuidv7(), 1, case when n % 40 = 0 then 'submitted' else 'delivered' end, code, 'window', 'bench', 1, '高龄津贴', true, 10, '[]', repeat('s', 300),
       '张*', '{}', now() - n * interval '5 minutes', now(), now() + (n % 30 - 3) * interval '1 day', false
     from generate_series(1, ${Math.round(total / 4)}) as n join bench_place on nth = n % places`,
  `insert into home_visit (id, version, state, area_code, cause, worker_id, starts_at, ends_at, planned_at)
     select uuidv7(), 1, 'done', code, 'elderly', 'bench', now() - n * interval '1 hour', now() - n * interval '1 hour', now()
     from generate_series(1, ${Math.round(total / 50)}) as n join bench_place on nth = n % places`,
  `insert into activity (id, version, state, area_code, kind, delivery, title, place, starts_at, ends_at, capacity, employers, planned_at)
     select uuidv7(), 1, 'closed', code, 'five-delivery', (array['policy', 'skills', 'health', 'warmth', 'convenience'])[1 + n % 5], '五送进社区', '广场',
       timestamptz '2026-01-01' + n % 320 * interval '1 day', timestamptz '2026-01-01' + n % 320 * interval '1 day', 50, '[]', now()
     from generate_series(1, ${Math.round(total / 3_000)}) as n join bench_place on nth = n % places`,
  `insert into activity_booking (id, version, state, number, activity_id, area_code, name_masked, person_index, online, booked_at)
     select uuidv7(), 1, 'attended', a.id::text || seat, a.id, a.area_code, '张*', md5(((a.nth * 13 + seat) % ${Math.round(total / 100)})::text), false, now()
     from (select *, row_number() over (order by id) as nth from activity) a, generate_series(1, 40) as seat`,
  `insert into round (id, version, state, area_code, title, from_on, until_on, ends_at, questions, planned_at)
     select uuidv7(), 1, 'closed', '230903011001', '入户走访', '2026-06-01', '2026-06-30', now(), '[]', now()`,
  `insert into round_target (id, version, round_id, number, area_code, household, outcome, knocks)
     select uuidv7(), 1, r.id, n, r.area_code, repeat('s', 100), case when n % 10 > 0 then 'met' end, 1
     from round r, generate_series(1, ${Math.min(5_000, Math.round(total / 24))}) as n`,
  `insert into point_use (id, version, state, service_point_code, area_code, day, uses, method, recorded_by, recorded_at, correctable_until)
     select uuidv7(), 1, 'recorded', p.code, p.area_code, date '2026-01-01' + n, 10 + n % 30, 'counted', 'bench', now(), now()
     from service_point p, generate_series(1, 320) as n`,
  'drop table bench_place',
  'set session_replication_role = origin',
];
