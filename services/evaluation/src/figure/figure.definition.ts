import type { RepeatableDefinition } from '@zero-distance/persistence/migrations';
import { BIN_GROWTH } from './response-time.js';

// Figures as counters. The law: **a counter is the sum of what each row contributes to it**, and nothing else ever changes one. So counters
// depend on how the rows are, not on how they came to be so, and can be counted again from the rows at any time (evaluation/README.md).

/** Whose rows are counted: each has a `contribution(row)` below and the trigger `count_row`. */
const COUNTED = [
  'request',
  'work_order',
  'callback',
  'mediation_case',
  'visit',
  'hazard',
  'hotline_call',
  'reception_day',
  'care_visit',
  'care_person',
  'door_list',
  'door',
  'service_case',
  'home_visit',
  'activity',
  'activity_outcome',
  'point_use',
];

const RECOUNT = 'select recount_figures()';

/**
 * Counts everything again, as the rows are now. Who writes to them waits meanwhile, so that no row is counted half by a former definition; who
 * reads figures sees the former ones until it is over. Months that were released to the public stay as they were (published_figure).
 */
const RECOUNT_FIGURES: RepeatableDefinition = {
  name: 'recount-figures',
  sql: `
  create or replace function recount_figures() returns void language plpgsql as $$
  begin
    lock table ${COUNTED.join(', ')}, figure_delta, figure in share row exclusive mode;
    delete from figure_delta;
    delete from figure;${COUNTED.map(
      (table) => `
    insert into figure_delta select area_code, '{}', contribution(r) from ${table} r;`,
    ).join('')}
    perform fold_figures();
  end $$`,
};

/**
 * How contributions come to be counters. Changes are appended and folded by the owner's timer: were they added to the counters at once, every
 * transaction of a district would queue for the same few rows. Readers add what is not folded yet, so figures are never behind.
 */
const KEPT: RepeatableDefinition = {
  name: 'figure-keeping',
  whenChanged: RECOUNT,
  sql: `
  -- What stands in both cancels itself out when it is summed up.
  create or replace function delta(before text[], after text[]) returns table (day text, name text, amount int) language sql immutable as $$
    select left(c.counter, 10), substr(c.counter, 12), c.amount
    from (select unnest(after), 1 union all select unnest(before), -1) as c (counter, amount)
  $$;

  create or replace function fold_figures() returns void language sql as $$
    with taken as (delete from figure_delta returning *),
    changed as (
      select t.area_code, d.day, d.name, sum(d.amount) as amount from taken t, delta(t.before, t.after) d
      group by 1, 2, 3 having sum(d.amount) <> 0
    )
    insert into figure
    select left(area_code, level), left(day, width), name, sum(amount)
    from changed, (values (0), (6), (9), (12), (15)) as levels (level), (values (4), (7), (10)) as widths (width)
    where level <= length(area_code)
    group by 1, 2, 3
    having sum(amount) <> 0
    order by 1, 2, 3
    on conflict (area_code, period, name) do update set amount = figure.amount + excluded.amount
  $$;

  -- Every event pays for this: two calls of contribution and at most one row, and never a query. Both are assigned, not queried: plpgsql
  -- evaluates an expression without starting the executor, which is what costs. When a correction moves a row to another area, all of it moves.
  create or replace function count_row() returns trigger language plpgsql as $$
  declare
    before text[] := '{}';
    after text[] := contribution(new);
  begin
    if tg_op = 'UPDATE' then before := contribution(old); end if;
    if tg_op = 'UPDATE' and old.area_code <> new.area_code then
      if before <> '{}' then insert into figure_delta values (old.area_code, before, '{}'); end if;
      before := '{}';
    end if;
    if before <> after then insert into figure_delta values (new.area_code, before, after); end if;
    return null;
  end $$`,
};

/** What each row counts for: the definition of every counter. `contribution(row)` names the counters that a row counts in. */
const CONTRIBUTION: RepeatableDefinition = {
  name: 'contribution',
  whenChanged: RECOUNT,
  sql: `
  -- 'YYYY-MM-DD name' of the day in Shanghai; null when either is.
  create or replace function counter(at timestamptz, name text) returns text language sql stable
    return to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD ') || name;

  -- The bins of figure/response-time.ts.
  create or replace function response_bin(took interval) returns text language sql immutable
    return 'response-' || lpad(ceil(ln(greatest(extract(epoch from took)::float8 / 60, 1)) / ln(${BIN_GROWTH}::float8))::int::text, 3, '0');

  create or replace function contribution(r request) returns text[] language sql stable return array_remove(array[
    counter(r.received_at, 'received'),
    counter(r.answered_at, 'answered'),
    counter(r.declined_at, 'declined'),
    counter(r.withdrawn_at, 'withdrawn'),
    counter(r.redirected_at, 'redirected'),
    counter(r.closed_at, 'closed'),
    counter(coalesce(r.first_replied_at, r.answered_at), response_bin(coalesce(r.first_replied_at, r.answered_at) - r.received_at)),
    -- 来访诉求: what visitors of reception days asked for, and what of it has a result.
    case when r.channel = 'reception-day' then counter(r.received_at, 'reception-matters') end,
    case when r.channel = 'reception-day' and coalesce(r.answered_at, r.declined_at, r.closed_at, r.withdrawn_at, r.redirected_at) is not null
      then counter(r.received_at, 'reception-answered') end,
    -- Of a request of the time before, what its work order says of all others.
    counter(r.due_at, 'due'),
    case when r.closed_at is not null then counter(r.due_at, 'due-closed') end,
    case when r.due_at is not null then counter(coalesce(r.first_replied_at, r.closed_at), 'orders-answered') end,
    case when coalesce(r.first_replied_at, r.closed_at) <= r.due_at then counter(coalesce(r.first_replied_at, r.closed_at), 'orders-on-time') end
  ], null);

  -- 并单: of one matter with many callers, the order of the main request counts alone.
  create or replace function contribution(o work_order) returns text[] language sql stable return
    case when o.excluded or o.merged then '{}' else array_remove(array[
    counter(o.due_at, 'due'),
    case when o.closed_at is not null then counter(o.due_at, 'due-closed') end,
    counter(o.answered_at, 'orders-answered'),
    case when o.on_time then counter(o.answered_at, 'orders-on-time') end
  ], null) end;

  create or replace function contribution(b callback) returns text[] language sql stable return case when b.possible then array_remove(array[
    counter(b.recorded_at, 'callbacks'),
    case when b.contacted then counter(b.recorded_at, 'contacted') end,
    -- 剔除: what is left out is in no part of the solved ones and in no whole; that it was reached, and how satisfied, stays.
    case when not b.excluded then counter(b.recorded_at, 'to-be-solved') end,
    case when b.solved and not b.excluded then counter(b.recorded_at, 'solved') end,
    case when b.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied') then counter(b.recorded_at, 'satisfied') end,
    -- 好差评: a service that was ordered is rated by who was reached.
    case when b.request_kind = 'service-order' and b.satisfaction is not null then counter(b.recorded_at, 'services-rated') end,
    case when b.request_kind = 'service-order' and b.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied')
      then counter(b.recorded_at, 'services-good') end
  ], null) else '{}' end;

  create or replace function contribution(m mediation_case) returns text[] language sql stable return case when m.merged then '{}' else array_remove(array[
    counter(m.accepted_at, 'cases-accepted'),
    case when m.agreed_at is not null then counter(m.accepted_at, 'cases-agreed') end
  ], null) end;

  create or replace function contribution(v visit) returns text[] language sql stable return array_remove(array[
    counter(v.visited_at, 'visits'),
    case when v.passed then counter(v.visited_at, 'visits-passed') end
  ], null);

  create or replace function contribution(h hazard) returns text[] language sql stable return array_remove(array[
    counter(h.found_at, 'hazards-found'),
    case when h.settled_at is not null then counter(h.found_at, 'hazards-settled') end
  ], null);

  create or replace function contribution(c hotline_call) returns text[] language sql stable return array_remove(array[
    counter(c.called_at, 'calls'),
    case when c.answered then counter(c.called_at, 'calls-answered') end,
    case when c.in_time then counter(c.called_at, 'calls-in-time') end
  ], null);

  -- 走访: one that was due, once, at the risk of then.
  create or replace function contribution(v care_visit) returns text[] language sql stable return
    case v.risk
      when 'high' then array_remove(array[counter(v.due_at, 'care-due-high'), case when v.done then counter(v.due_at, 'care-done-high') end], null)
      when 'key' then array_remove(array[counter(v.due_at, 'care-due-key'), case when v.done then counter(v.due_at, 'care-done-key') end], null)
      when 'general' then
        array_remove(array[counter(v.due_at, 'care-due-general'), case when v.done then counter(v.due_at, 'care-done-general') end], null)
      else '{}' end;

  -- 走访对象: somebody whom a visit was due to, once in a month and once in a year; so that of a few people nothing is told.
  create or replace function contribution(p care_person) returns text[] language sql stable return
    case when p.visits > 0
      then array[counter(p.due_at, case when length(p.period) = 4 then 'care-people-year-' else 'care-people-month-' end || p.risk)] else '{}' end;

  -- 敲门: each door of a frozen list counts on the day that its round was opened, and so does each where somebody was met: of the time before by their number.
  create or replace function contribution(d door_list) returns text[] language sql stable
    return array_fill(counter(d.opened_at, 'doors'), array[d.doors]) || array_fill(counter(d.opened_at, 'doors-met'), array[d.met]);

  create or replace function contribution(d door) returns text[] language sql stable
    return case when d.met then array[counter(d.opened_at, 'doors-met')] else '{}' end;

  -- 办件: one that was opened, what was asked for later of it, and how it was completed; rated in the same levels as a service that was ordered.
  create or replace function contribution(c service_case) returns text[] language sql stable return array_remove(array[
    counter(c.opened_at, 'service-cases'),
    case when c.asked_later then counter(c.opened_at, 'service-cases-asked-later') end,
    counter(c.delivered_at, 'service-cases-delivered'),
    case when c.one_visit then counter(c.delivered_at, 'service-cases-one-visit') end,
    case when c.in_time then counter(c.delivered_at, 'service-cases-in-time') end,
    case when c.one_stop then counter(c.delivered_at, 'one-stop-delivered') end,
    case when c.one_stop and c.alone then counter(c.delivered_at, 'one-stop-alone') end,
    counter(c.rated_at, 'services-rated'),
    case when c.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied') then counter(c.rated_at, 'services-good') end
  ], null);

  -- 上门服务: one that met whom it was for.
  create or replace function contribution(v home_visit) returns text[] language sql stable return
    array_remove(array[counter(v.visited_at, 'home-visits')], null);

  -- 到场: each visitor counts.
  create or replace function contribution(d reception_day) returns text[] language sql stable return
    case when d.held and d.starts_at is not null
      then array_fill(counter(d.starts_at, 'reception-visitors'), array[d.visitors]) || counter(d.starts_at, 'reception-days')
      else '{}' end;

  -- 到场: whoever came counts at each activity.
  create or replace function contribution(a activity) returns text[] language sql stable return
    array_fill(counter(a.starts_at, 'activity-attendances'), array[a.attended]) || counter(a.starts_at, 'activities-held');

  -- 录用: once a person and activity, on its day; 回访: of those that were asked about, the ones that still were.
  create or replace function contribution(o activity_outcome) returns text[] language sql stable return
    case when o.outcome = 'hired' and o.state <> 'withdrawn' then array_remove(array[
      counter(o.occurred_at, 'hires'),
      case when o.state in ('confirmed', 'lost') then counter(o.occurred_at, 'hires-asked') end,
      case when o.state = 'confirmed' then counter(o.occurred_at, 'hires-kept') end
    ], null) else '{}' end;

  -- 阵地使用: each use on its day, once for all and once for the method by which it was counted, where that is known here.
  create or replace function contribution(u point_use) returns text[] language sql stable return
    array_fill(counter(u.day_starts_at, 'point-uses'), array[u.uses]) || case u.method
      when 'door-counter' then array_fill(counter(u.day_starts_at, 'point-uses-door-counter'), array[u.uses])
      when 'tally' then array_fill(counter(u.day_starts_at, 'point-uses-tally'), array[u.uses])
      when 'scan' then array_fill(counter(u.day_starts_at, 'point-uses-scan'), array[u.uses])
      when 'camera' then array_fill(counter(u.day_starts_at, 'point-uses-camera'), array[u.uses])
      when 'estimate' then array_fill(counter(u.day_starts_at, 'point-uses-estimate'), array[u.uses])
      else '{}' end`,
};

/** In the order they run: counting again comes before what may ask for it, and what each row counts for before anything is counted. */
export const FIGURE_DEFINITIONS: readonly RepeatableDefinition[] = [RECOUNT_FIGURES, CONTRIBUTION, KEPT];
