import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, type Shown, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const PHONE = '13800001234';
const ID_NUMBER = '999903196302025127';
const MOST = 3;

let f: Fixture;
let li: HttpClient;
let wang: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const asked = { scopes: ['intake:read', 'intake:write'], roles: ['care-worker'], area: AREA };
  li = f.stack.http('intake', await f.stack.token({ clientId: 'li', ...asked }));
  wang = f.stack.http('intake', await f.stack.token({ clientId: 'wang', ...asked }));
  const operator = f.stack.http('intake', await f.stack.token({ scopes: ['intake:operate'], roles: ['administrator'], area: '' }));
  expect((await operator.put(`${V1}/policies/resident-finds-a-day`, { value: MOST })).status).toBe(200);
}, 60_000);
afterAll(() => f?.stack.stop());

const find = (by: object, as = li) => as.post<{ items: Shown[]; code: string }>(`${V1}/residents/find`, by);
const records = () =>
  f.stack.sql<{ actor: string; subject: string; said: string }>(
    'intake',
    `select actor_id as actor, subject, (purpose || detail::text) as said from access_record where action = 'find' order by at, id`,
  );

describe('looking for a resident', () => {
  it('is on record by who was found and not by the number, also where nobody is, and comes to an end for the day for one account alone', async () => {
    const file = { name: '张秀英', phone: PHONE, idNumber: ID_NUMBER, areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
    const { id } = (await f.clerk.post<Shown>(`${V1}/residents`, file)).body;
    expect((await find({ phone: PHONE })).body.items.map((one) => one.id)).toEqual([id]);
    expect((await find({ idNumber: ID_NUMBER })).body.items.map((one) => one.id)).toEqual([id]);
    expect((await find({ phone: '13900005678' })).body.items).toEqual([]);
    const kept = [id, id, 'intake.residents.find'].map((subject) => ({ actor: 'li', subject, said: null }));
    expect(await records()).toEqual(kept);

    const refused = await find({ phone: PHONE });
    expect([refused.status, refused.body.code]).toEqual([429, 'intake.resident.found_too_often']);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(24 * 3600);
    expect((await find({ phone: PHONE }, wang)).status).toBe(200);
    expect(await records()).toHaveLength(4);

    await f.stack.sql('intake', `update resident_find set day = day - 1`);
    expect((await find({ phone: PHONE })).status).toBe(200);
    expect(await count(f.stack, 'resident_find')).toBe(2);
  });

  it('ends for who sends many at once', async () => {
    await f.stack.sql('intake', 'delete from resident_find');
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => find({ phone: `1380000${String(1000 + at)}` })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429, 429, 429, 429]);
  });
});
