import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { type Fixture, REQUESTS, startIntake } from './fixture.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

it('Of hundreds who ask with one main request, each has its answer, two hundred in a transaction at most', async () => {
  const main = await f.register();
  const ids = Array.from({ length: 450 }, () => newId());
  await f.stack.sql(
    'intake',
    `with merged as (
       insert into request select (jsonb_populate_record(r, jsonb_build_object('id', n.id, 'number', n.id, 'state', 'merged'))).*
       from request r, unnest($2::uuid[]) as n(id) where r.id = $1 returning id
     ) insert into request_merge (request_id, main_request_id, at) select id, $1, now() from merged`,
    [main.id, ids],
  );
  await f.clerk.post(`${REQUESTS}/${main.id}/answer-on-the-spot`, { publicAnswer: '水管已修复。' });
  const batches = await eventually(
    async () => {
      const rows = await f.stack.sql(
        'intake',
        `select count(*)::int as replied from request_history where action = 'reply' and request_id = any($1::uuid[]) group by at order by 1`,
        [ids],
      );
      const sizes = (rows as { replied: number }[]).map(({ replied }) => replied);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(450);
      return sizes;
    },
    { timeout: 60_000 },
  );
  expect(batches.filter((size) => size > 200)).toEqual([]);
}, 90_000);
