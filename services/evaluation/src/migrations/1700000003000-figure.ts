import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures as counters. The law: **a counter is the sum of what each row contributes to it**, and nothing else ever changes
 * one. `contribution(row)` says what a row counts for; the trigger writes the difference between the row before and after.
 * So counters depend on how the rows are, not on how they came to be so, and can be recomputed from the rows at any time.
 */
export class Figure1700000003000 implements MigrationInterface {
  name = 'Figure1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(CONTRIBUTIONS);
    await runner.query(TRIGGERS);
  }

  async down(): Promise<void> {
    throw new Error('figures are never taken away: restore a back-up instead');
  }
}

// Changes are appended and folded by the owner's timer: were they added to the counters at once, every transaction of a
// district would queue for the same few rows. Readers add what is not folded yet, so figures are never behind.
const TABLES = `
  create table figure (
    area_code text not null,   -- every level up to '', the whole
    period text not null,      -- YYYY, YYYY-MM and YYYY-MM-DD
    name text not null,
    amount int not null,
    primary key (area_code, period, name)
  ) with (fillfactor = 70);

  create table figure_delta (
    area_code text not null,
    day date not null,
    name text not null,
    amount int not null
  ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

  create function fold_figures() returns void language sql as $$
    with taken as (delete from figure_delta returning *)
    insert into figure
    select left(area_code, level), left(to_char(day, 'YYYY-MM-DD'), width), name, sum(amount)
    from taken, (values (0), (6), (9), (12), (15)) as levels (level), (values (4), (7), (10)) as widths (width)
    where level <= length(area_code)
    group by 1, 2, 3
    having sum(amount) <> 0
    order by 1, 2, 3
    on conflict (area_code, period, name) do update set amount = figure.amount + excluded.amount
  $$;
`;

const CONTRIBUTIONS = `
  create function shanghai_day(at timestamptz) returns date language sql immutable return (at at time zone 'Asia/Shanghai')::date;

  -- Bin b holds what took more than 1.1^(b-1) and at most 1.1^b minutes; bin 0 a minute or less (figure/response-time.ts).
  create function response_bin(took interval) returns text language sql immutable
    return 'response-' || lpad(ceil(ln(greatest(extract(epoch from took)::float8 / 60, 1)) / ln(1.1::float8))::int::text, 3, '0');

  create function contribution(r request) returns table (day date, name text, amount int) language sql immutable as $$
    select shanghai_day(c.at), c.name, 1 from (values
      (r.received_at, 'received'), (r.answered_at, 'answered'), (r.declined_at, 'declined'), (r.withdrawn_at, 'withdrawn'),
      (r.closed_at, 'closed'),
      (coalesce(r.first_replied_at, r.answered_at), response_bin(coalesce(r.first_replied_at, r.answered_at) - r.received_at))
    ) as c (at, name) where c.at is not null and c.name is not null
  $$;

  create function contribution(o work_order) returns table (day date, name text, amount int) language sql immutable as $$
    select shanghai_day(c.at), c.name, 1 from (values
      (o.due_at, 'due', true), (o.due_at, 'due-closed', o.closed_at is not null),
      (o.answered_at, 'orders-answered', true), (o.answered_at, 'orders-on-time', o.on_time)
    ) as c (at, name, counts) where c.at is not null and c.counts
  $$;

  create function contribution(b callback) returns table (day date, name text, amount int) language sql immutable as $$
    select shanghai_day(b.recorded_at), c.name, 1 from (values
      ('callbacks', true), ('contacted', b.contacted), ('solved', b.solved),
      ('satisfied', b.satisfaction in ('very-satisfied', 'satisfied', 'basically-satisfied'))
    ) as c (name, counts) where b.recorded_at is not null and b.possible and c.counts
  $$;

  create function contribution(m mediation_case) returns table (day date, name text, amount int) language sql immutable as $$
    select shanghai_day(m.accepted_at), c.name, 1 from (values
      ('cases-accepted', true), ('cases-agreed', m.agreed_at is not null)
    ) as c (name, counts) where m.accepted_at is not null and c.counts
  $$;

  create function contribution(v visit) returns table (day date, name text, amount int) language sql immutable as $$
    select shanghai_day(v.visited_at), c.name, 1 from (values ('visits', true), ('visits-passed', v.passed)) as c (name, counts)
    where c.counts
  $$;

  create function contribution(h hazard) returns table (day date, name text, amount int) language sql immutable as $$
    select shanghai_day(h.found_at), c.name, 1 from (values
      ('hazards-found', true), ('hazards-settled', h.settled_at is not null)
    ) as c (name, counts) where h.found_at is not null and c.counts
  $$;
`;

const COUNTED = ['request', 'work_order', 'callback', 'mediation_case', 'visit', 'hazard'];

const TRIGGERS = `
  create function count_new() returns trigger language plpgsql as $$
  begin
    insert into figure_delta select new.area_code, c.day, c.name, c.amount from contribution(new) as c;
    return null;
  end $$;

  create function count_change() returns trigger language plpgsql as $$
  begin
    insert into figure_delta
    select c.area_code, c.day, c.name, sum(c.amount) from (
      select new.area_code, n.* from contribution(new) as n
      union all
      select old.area_code, o.day, o.name, -o.amount from contribution(old) as o
    ) as c group by 1, 2, 3 having sum(c.amount) <> 0;
    return null;
  end $$;
${COUNTED.map(
  (table) => `
  create trigger count_new after insert on ${table} for each row execute function count_new();
  create trigger count_change after update on ${table} for each row when (old.* is distinct from new.*) execute function count_change();`,
).join('')}
`;
