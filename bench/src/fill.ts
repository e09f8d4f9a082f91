import { Insight } from './chaos/insight.js';
import type { Product } from './product.js';

/** How many of the stored requests are still open, however many are stored: a district's desk does not grow with its archive. */
const OPEN = 500;

/**
 * Fills the tables up to `total` stored requests with their work orders, callbacks, histories and inbox positions, by SQL in one
 * statement a table: the shapes are those of the running product, the words are made up.
 */
export async function fillTo(product: Product, total: number, note: (line: string) => void): Promise<void> {
  const [row] = await product.sql<{ n: string }>('intake', 'select count(*) as n from request');
  const missing = total - Number(row?.n);
  if (missing <= 0) return;
  const began = performance.now();
  for (const [schema, statements] of Object.entries(FILL)) {
    // The superuser may leave triggers out; the figures they keep are counted in one go below.
    await product.sql(schema, 'set session_replication_role = replica');
    for (const statement of statements)
      await product.sql(schema, statement.replaceAll(':missing', String(missing)).replaceAll(':open', String(OPEN)));
    await product.sql(schema, 'set session_replication_role = origin');
  }
  for (const schema of ['intake', 'dispatch', 'evaluation']) await product.sql(schema, 'vacuum analyze');
  note(`filled up to ${total} requests in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/**
 * Closes by SQL what was created and not worked on, so that the lists of open matters are as long at every size: once dispatch
 * has opened all orders.
 */
export async function clearDesk(product: Product): Promise<void> {
  const insight = await Insight.open(product.stack);
  await insight.until(() => insight.isSettled(), 120_000);
  await insight.close();
  for (const [schema, statement] of CLOSE) await product.sql(schema, statement);
  for (const schema of ['intake', 'dispatch']) await product.sql(schema, 'vacuum analyze');
}

const CLOSE: [string, string][] = [
  ['intake', `update request set state = 'closed' where state in ('received', 'dispatched') and number not like '%-bench-%'`],
  [
    'dispatch',
    `with closed as (update work_order set state = 'closed', step_due_at = null, next_reminder_at = null
       where state = 'dispatched' and source_number not like '%-bench-%' returning id)
     update work_order_organisation set is_open = false where work_order_id in (select id from closed)`,
  ],
];

/** How far each consumer has come: an open matter can be worked on like any other. */
const HEARD = {
  requests: `insert into inbox (consumer, aggregate_id, version) select 'EVT_INTAKE', id, case when open then 2 else 4 end from intake.bench_seed`,
  orders: `insert into inbox (consumer, aggregate_id, version)
    select 'EVT_DISPATCH', work_order_id, case when open then 2 else 7 end from intake.bench_seed`,
  callbacks: `insert into inbox (consumer, aggregate_id, version) select 'EVT_EVALUATION', callback_id, 2 from intake.bench_seed where not open`,
};

const INTAKE = [
  // uuidv7(interval) of Postgres 18: ids as old as the rows, so that keyset lists and range scans look as in life
  `create unlogged table bench_seed as
     select uuidv7(-age) as id, uuidv7(-age + interval '2 s') as work_order_id, uuidv7(-age + interval '3 h') as callback_id,
       area.code as area_code, now() - age as received_at, row_number() over () as n, n <= :open and :missing > 5000 as open
     from (select n, (n::float8 / :missing) * interval '20 days' + interval '1 h' as age from generate_series(1, :missing) as n) as aged
     join lateral (select code from (select code, row_number() over (order by code) as place, count(*) over () as places from area where length(code) = 12) as numbered
       where place = 1 + aged.n % places) as area on true`,
  `insert into request (id, number, state, kind, channel, category_code, area_code, title, text, urgency, confidential, publishable,
       callback_possible, received_at, round, work_order_id, answered_by, public_answer, replied_at, closed_at, version)
     select id, area_code || '-bench-' || id, case when open then 'dispatched' else 'closed' end, 'complaint', 'hotline-12345', '010204', area_code, '路灯不亮',
       '3号楼前路灯三天不亮，老人出行不便。', 'normal', false, true, true, received_at, 1, work_order_id,
       case when not open then 'dispatch' end, case when not open then '路灯已修复。' end,
       case when not open then received_at + interval '3 h' end, case when not open then received_at + interval '4 h' end, case when open then 2 else 4 end
     from bench_seed`,
  `insert into requester (request_id, name, name_masked, phone, phone_masked, phone_index)
     select id, 'bench', '张*', 'bench', '138****1234', md5(id::text) from bench_seed`,
  `insert into request_history (id, request_id, at, service, action, to_state, actor_id)
     select uuidv7(), id, now(), 'intake', action, 'received', 'bench' from bench_seed, (values ('register'), ('dispatch'), ('reply'), ('close')) as steps (action)`,
  HEARD.orders,
  HEARD.callbacks,
];

const DISPATCH = [
  `insert into work_order (id, version, type, source_id, category_code, area_code, urgency, state, round, received_at, opened_at,
       lead_organisation_id, route, dispatch_due_at, dispatched_at, sign_due_at, return_until, counted_from, feedback_due_at, step_due_at, replied_at, on_time,
       reply_result, reply_text, public_answer)
     select work_order_id, case when open then 2 else 7 end, 'request', s.id, '010204', area_code, 'normal',
       case when open then 'dispatched' else 'closed' end, 1, received_at, received_at, lead.id,
       '{"reason": "responsibility-list", "code": "city-facilities", "version": 1, "categoryPrefix": "0102", "areaPrefix": "230903"}',
       received_at + interval '1 day', received_at, received_at + interval '2 h', received_at + interval '1 day', received_at,
       received_at + interval '7 days', case when open then received_at + interval '30 days' end, case when not open then received_at + interval '3 h' end,
       case when not open then true end, case when not open then 'solved' end, case when not open then '已修复' end, case when not open then '路灯已修复。' end
     from intake.bench_seed as s, (select id from organisation where code = 'housing-bureau') as lead`,
  `insert into work_order_organisation (organisation_id, work_order_id, is_open)
     select lead.id, work_order_id, open from intake.bench_seed, (select id from organisation where code = 'housing-bureau') as lead`,
  `insert into deadline_entry (id, work_order_id, round, kind, at, amount, unit)
     select uuidv7(), work_order_id, 1, 'granted', received_at, 7, 'natural_day' from intake.bench_seed`,
  `insert into work_order_history (id, work_order_id, action, to_state, actor_id, at)
     select uuidv7(), work_order_id, action, 'dispatched', 'bench', now()
     from intake.bench_seed, (values ('open'), ('dispatch'), ('accept'), ('start'), ('reply'), ('approve'), ('close')) as steps (action)`,
  HEARD.requests,
  HEARD.callbacks,
];

const CLOSED = 'from intake.bench_seed where not open';
const EVALUATION = [
  `insert into request (id, area_code, number, kind, channel, category_code, publishable, received_at, first_replied_at, round, replied_at,
       answered_by, answer_id, public_answer, closed_at, closing_version)
     select id, area_code, area_code || '-bench-' || id, 'complaint', 'hotline-12345', '010204', true, received_at, received_at + interval '3 h', 1,
       received_at + interval '3 h', 'dispatch', work_order_id, '路灯已修复。', received_at + interval '4 h', 4 ${CLOSED}`,
  `insert into work_order (id, area_code, dispatched_at, due_at, due_version, answered_at, on_time, closed_at, closing_version)
     select work_order_id, area_code, received_at, received_at + interval '7 days', 2, received_at + interval '3 h', true, received_at + interval '4 h', 7 ${CLOSED}`,
  `insert into callback (id, request_id, request_number, area_code, round, state, possible, contacted, solved, satisfaction, outcome, opened_at, recorded_at, version)
     select callback_id, id, area_code || '-bench-' || id, area_code, 1, 'recorded', true, true, true, 'satisfied', 'closed',
       received_at + interval '3 h', received_at + interval '4 h', 2 ${CLOSED}`,
  `insert into callback_history (id, callback_id, action, to_state, actor_id, at) select uuidv7(), callback_id, 'record', 'recorded', 'bench', now() ${CLOSED}`,
  HEARD.requests,
  HEARD.orders,
  'select recount_figures()', // the triggers were left out
  'drop table intake.bench_seed',
];

/** The seed goes with the last, which every other reads. */
const FILL = {
  intake: INTAKE,
  dispatch: DISPATCH,
  evaluation: EVALUATION,
};
