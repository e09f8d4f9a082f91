import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, count, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const POINTS = '/api/intake/v1/service-points';
const FIND = '/api/intake/v1/public/service-points/find';
const OPERATOR = { organisationId: newId(), code: 'urban-management', name: '城管执法局', kind: 'department', areaCode: '230903' } as const;
const FACTS = {
  kind: 'warm-bee-station',
  name: '学府街暖蜂驿站',
  areaCode: AREA,
  address: '学府街12号',
  longitude: 131.0159,
  latitude: 45.7712,
  facilities: ['water', 'microwave'],
  standards: ['sign', 'place'],
  hours: ['1-7 00:00-24:00'],
  closedOnHolidays: false,
  bays: 6,
  ofUnion: false,
  operatorOrganisation: OPERATOR.code,
  faultCategoryCode: '010203',
};
interface Found {
  code: string;
  metres: number | null;
  freeBays: number | null;
  openNow: boolean;
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.stack.publish('dispatch.organisation.registered.v1', { id: OPERATOR.organisationId, version: 1 }, OPERATOR);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
}, 60_000);
afterAll(() => f?.stack.stop());

const put = (code: string, changes: object = {}) => f.admin.put(`${POINTS}/${code}`, { ...FACTS, ...changes });
const find = async (asked: object) => (await f.stack.http('intake').post<{ items: Found[] }>(FIND, asked)).body.items;
const HERE = { type: 'Point', coordinates: [131.0159, 45.7712] };

describe('a service point', () => {
  it('is registered by its code, and put again unchanged it stays as it is', async () => {
    const made = await put('nuanfeng-01');
    expect(made).toMatchObject({
      status: 200,
      body: { ...FACTS, code: 'nuanfeng-01', aroundTheClock: true, phone: null, freeBays: null, version: 1 },
    });
    expect(await put('nuanfeng-01')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await put('nuanfeng-01', { bays: 4 })).toMatchObject({ status: 200, body: { bays: 4, version: 2 } });
  });

  it('is refused with hours that nobody can read, a place elsewhere, and codes that no register has', async () => {
    expect(await put('bad-01', { hours: ['周一至周五'] })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/hours/0' }] } });
    expect(await put('bad-01', { facilities: ['water', 'water'] })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'not_unique' }] },
    });
    expect(await put('bad-01', { longitude: 116.4, latitude: 39.9 })).toMatchObject({
      status: 422,
      body: { code: 'intake.request.point_far_away' },
    });
    expect((await put('bad-01', { operatorOrganisation: 'nobody' })).status).toBe(422);
    expect((await put('bad-01', { faultCategoryCode: '999999' })).status).toBe(422);
    const elsewhere = f.stack.http('intake', await f.stack.token({ scopes: ['intake:write'], roles: ['administrator'], area: OTHER_AREA }));
    expect((await elsewhere.put(`${POINTS}/nuanfeng-01`, FACTS)).status).toBe(403);
  });

  it('is retired from a day on, for one to go to instead that stays, and found no more', async () => {
    await put('old-01');
    await put('new-01');
    const retired = { retiredOn: '2026-01-01', successorCode: 'new-01' };
    expect(await put('old-01', { successorCode: 'new-01' })).toMatchObject({ body: { code: 'intake.service_point.successor_of_none' } });
    for (const successorCode of ['old-01', 'never-made'])
      expect(await put('old-01', { ...retired, successorCode })).toMatchObject({
        status: 422,
        body: { code: 'intake.service_point.no_successor' },
      });
    expect((await put('old-01', retired)).status).toBe(200);
    expect(await put('new-01', { ...retired, successorCode: 'old-01' })).toMatchObject({
      body: { code: 'intake.service_point.no_successor' },
    });
    expect((await find({})).map(({ code }) => code)).not.toContain('old-01');
  });
});

describe('somebody who needs a service point', () => {
  it('finds the nearest that is open and has a bay that was counted as free, without a log-in', async () => {
    await put('near-full', { longitude: 131.0161 });
    await put('near-shut', { longitude: 131.016, hours: ['1 00:00-00:01'], closedOnHolidays: true });
    await put('near-free', { longitude: 131.017 });
    const keeper = f.stack.http('intake', await f.stack.token({ scopes: ['intake:write'], roles: ['window-clerk'], area: AREA }));
    for (const [code, free] of [
      ['near-full', 0],
      ['near-free', 2],
    ] as const) // prettier-ignore
      expect(await keeper.put(`${POINTS}/${code}/free-bays`, { free })).toMatchObject({ status: 200, body: { freeBays: free } });
    const [first] = await find({ point: HERE, openNow: true, freeBay: true, kind: 'warm-bee-station' });
    expect(first).toMatchObject({ code: 'near-free', metres: 85, freeBays: 2, openNow: true });
    expect(await find({ point: HERE, kind: 'community-window' })).toEqual([]);
  });

  it('is not told of bays that were counted too long ago', async () => {
    await f.stack.sql('intake', `update service_point_bays set counted_at = now() - interval '61 minutes' where code = 'near-free'`);
    expect((await find({ point: HERE })).find(({ code }) => code === 'near-free')?.freeBays).toBeNull();
  });

  it('says where by longitude and latitude, in this order', async () => {
    const swapped = await f.stack.http('intake').post(FIND, { point: { type: 'Point', coordinates: [45.7712, 131.0159] } });
    expect(swapped).toMatchObject({ status: 422, body: { code: 'intake.request.point_swapped' } });
  });
});

describe('the bays of a service point', () => {
  it('are counted by who looks after it, in their area, and never more than there are', async () => {
    const keeper = (area: string) =>
      f.stack.token({ scopes: ['intake:write'], roles: ['window-clerk'], area }).then((token) => f.stack.http('intake', token));
    const [here, elsewhere] = await Promise.all([keeper(AREA), keeper(OTHER_AREA)]);
    const bays = `${POINTS}/nuanfeng-01/free-bays`;
    expect(await here.put(bays, { free: 7 })).toMatchObject({ status: 422, body: { code: 'intake.service_point.more_than_bays' } });
    expect(await elsewhere.put(bays, { free: 1 })).toMatchObject({ status: 404, body: { code: 'intake.service_point.not_found' } });
    expect((await here.put(`${POINTS}/never-made/free-bays`, { free: 1 })).status).toBe(404);
    await here.put(bays, { free: 3 });
    expect(await put('nuanfeng-01', { bays: 2 })).toMatchObject({ status: 200, body: { bays: 2, freeBays: 2 } });
  });
});
