import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, startIntake } from './fixture.js';

interface Menu {
  code: string;
  groups: string[];
  items: { code: string; name: string; version: number; fee: string | null }[];
}

const V1 = '/api/intake/v1';
const ITEM = {
  group: 'elderly',
  field: 'elder-care',
  materials: ['身份证'],
  steps: ['居民点单'],
  timeLimitWorkingDays: 3,
  handlingOrganisation: 'civil-affairs',
  places: ['at-home'],
  oneStop: false,
  assisted: true,
};
const AGREED = { name: '张秀英', areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };

let f: Fixture;
let visitor: HttpClient;
let elsewhere: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  visitor = f.stack.http('intake');
  const scopes = ['intake:read', 'intake:write'];
  elsewhere = f.stack.http('intake', await f.stack.token({ scopes, roles: ['intake-clerk'], area: '230903012' }));
  const bureau = { organisationId: newId(), code: 'civil-affairs', name: '区民政局', kind: 'department', areaCode: '230903' } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: bureau.organisationId, version: 1 }, bureau);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  for (const [code, name] of [
    ['elderly', '老年人'],
    ['disabled', '残障人士'],
  ])
    await f.admin.put(`${V1}/resident-groups/${code}`, { name });
  await put('EL-01', { name: '健康体检', eligibleGroups: ['elderly'] });
  await put('DI-01', { name: '心理疏导', eligibleGroups: ['disabled'], group: 'disabled' });
  await put('HF-01', { name: '社保卡申领', eligibleGroups: ['everyone'], group: 'high-frequency' });
}, 60_000);
afterAll(() => f?.stack.stop());

async function put(code: string, said: object): Promise<void> {
  const { status, body } = await f.admin.put(`${V1}/service-items/${code}`, { ...ITEM, ...said });
  if (status !== 200) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
}

const menu = (caller: HttpClient, residentId: string) => caller.get<Menu>(`${V1}/residents/${residentId}/service-menu`);
const open = async (query = '') => (await visitor.get<Menu>(`${V1}/public/service-menu${query}`)).body.items.map(({ code }) => code);

describe('a menu of services', () => {
  it('is what the groups of a resident have now, and then what is for everyone; who left a group has its services no more', async () => {
    const { body: person } = await f.clerk.post<{ id: string }>(`${V1}/residents`, { ...AGREED, groups: ['elderly'] });
    const seen = await menu(f.clerk, person.id);
    expect(seen.body).toMatchObject({ groups: ['elderly'], items: [{ code: 'EL-01' }, { code: 'HF-01' }] });
    await f.clerk.post(`${V1}/residents/${person.id}/join-group`, { group: 'disabled', source: 'document' });
    expect((await menu(f.clerk, person.id)).body.items.map(({ code }) => code)).toEqual(['DI-01', 'EL-01', 'HF-01']);
    await f.clerk.post(`${V1}/residents/${person.id}/leave-group`, { group: 'elderly', reason: '登记有误' });
    expect((await menu(f.clerk, person.id)).body).toMatchObject({ groups: ['disabled'], items: [{ code: 'DI-01' }, {}] });
  });

  it('of a resident is for who may see them alone', async () => {
    const { body: person } = await f.clerk.post<{ id: string }>(`${V1}/residents`, { ...AGREED, groups: ['elderly'] });
    expect(await menu(elsewhere, person.id)).toMatchObject({ status: 404, body: { code: 'intake.resident.not_found' } });
    expect((await menu(visitor, person.id)).status).toBe(401);
    expect((await visitor.get(`${V1}/public/service-menu?residentId=${person.id}`)).status).toBe(422);
  });

  it('is read by anybody by group, without a log-in', async () => {
    expect(await open()).toEqual(['HF-01']);
    expect(await open('?group=elderly')).toEqual(['EL-01', 'HF-01']);
    const unknown = { status: 404, body: { code: 'intake.resident_group.not_found', errors: [{ parameter: 'group' }] } };
    expect(await visitor.get(`${V1}/public/service-menu?group=students`)).toMatchObject(unknown);
  });

  it('leaves out what is offered no more, from its day on', async () => {
    await put('EL-02', { name: '代购代办', eligibleGroups: ['elderly'], retiredOn: '2099-12-31' });
    expect(await open('?group=elderly')).toEqual(['EL-01', 'EL-02', 'HF-01']);
    await put('EL-02', { name: '代购代办', eligibleGroups: ['elderly'], retiredOn: '2026-01-01' });
    expect(await open('?group=elderly')).toEqual(['EL-01', 'HF-01']);
  });
});

describe('a service item', () => {
  it('is for groups that there are, in use when it is given to them', async () => {
    const answer = (eligibleGroups: string[], more: object = {}) =>
      f.admin.put(`${V1}/service-items/EL-40`, { ...ITEM, name: '助浴', eligibleGroups, ...more });
    const unknown = { status: 422, body: { code: 'intake.resident_group.unknown', errors: [{ pointer: '/eligibleGroups/1' }] } };
    expect(await answer(['elderly', 'no-such-group'])).toMatchObject(unknown);
    await f.admin.put(`${V1}/resident-groups/frail`, { name: '失能老人' });
    expect((await answer(['elderly', 'frail'])).status).toBe(200);
    await f.admin.put(`${V1}/resident-groups/frail`, { name: '失能老人', retiredOn: '2026-01-01' });
    expect((await answer(['elderly', 'frail'], { timeLimitWorkingDays: 9 })).status).toBe(200);
    await answer(['elderly'], { timeLimitWorkingDays: 9 });
    expect(await answer(['everyone', 'frail'])).toMatchObject(unknown);
  });
});

describe('a service item that is retired into another', () => {
  const [TODAY, LATER] = ['2026-01-01', '2099-12-31'];
  const said = { name: '理发', eligibleGroups: ['elderly'] };
  const answer = (code: string, more: object) =>
    f.admin.put<Menu & { retiredOn: string; successorItem: string }>(`${V1}/service-items/${code}`, { ...ITEM, ...said, ...more });
  const wanted = { status: 422, body: { code: 'intake.service_item.successor_wanted', errors: [{ pointer: '/successorItem' }] } };

  it('says on the menu until when it is offered and what is offered then, and leaves the menu to it on its day', async () => {
    await put('EL-11', said);
    await put('EL-10', said);
    await put('EL-10', { ...said, retiredOn: LATER, successorItem: 'el-11' });
    const { body } = await visitor.get<Menu>(`${V1}/public/service-menu?group=elderly`);
    expect(body.items.filter(({ code }) => code.startsWith('EL-1'))).toMatchObject([
      { code: 'EL-10', retiredOn: LATER, successorItem: 'EL-11' },
      { code: 'EL-11', retiredOn: null, successorItem: null },
    ]);
    await put('EL-10', { ...said, retiredOn: TODAY, successorItem: 'EL-11' });
    expect((await open('?group=elderly')).filter((code) => code.startsWith('EL-1'))).toEqual(['EL-11']);
    expect((await visitor.get(`${V1}/service-items/EL-10/versions/3`)).body).toMatchObject({ successorItem: 'EL-11' });
    expect((await visitor.get(`${V1}/service-items/EL-10/versions/1`)).body).toMatchObject({ successorItem: null });
  });

  it('names with its day another that is there and does not lead back to it', async () => {
    for (const code of ['EL-20', 'EL-21', 'EL-22']) await put(code, said);
    for (const more of [
      { retiredOn: TODAY, successorItem: 'EL-20' },
      { retiredOn: TODAY, successorItem: 'EL-29' },
      { successorItem: 'EL-21' },
    ])
      expect(await answer('EL-20', more)).toMatchObject(wanted);
    await put('EL-20', { ...said, retiredOn: TODAY, successorItem: 'EL-21' });
    await put('EL-21', { ...said, retiredOn: TODAY, successorItem: 'EL-22' });
    expect(await answer('EL-22', { retiredOn: LATER, successorItem: 'EL-20' })).toMatchObject(wanted);
    expect(await answer('EL-20', { retiredOn: TODAY, successorItem: 'EL-21' })).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('is brought by a file behind what takes its place, which is tried with it, and not before', async () => {
    const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903' });
    const importer = f.stack.http('intake', token);
    const facts = 'elderly,elder-care,elderly,,上门,3,civil-affairs,at-home,false,true';
    const head =
      'code,name,group,field,eligibleGroups,materials,steps,timeLimitWorkingDays,handlingOrganisation,places,oneStop,assisted,retiredOn,successorItem';
    const [next, old, early] = [`EL-31,陪诊,${facts},,`, `EL-30,陪诊,${facts},${TODAY},EL-31`, `EL-32,陪诊,${facts},${TODAY},EL-33`];
    const rows = [head, next, old, early, `EL-33,陪诊,${facts},,`].join('\n');
    for (const dryRun of ['true', 'false']) {
      const sent = await importer.post<{ id: string }>(`${V1}/imports?register=service-items&dryRun=${dryRun}`, rows, {
        headers: { 'content-type': 'text/csv' },
      });
      await eventually(async () => {
        const { body } = await importer.get(`${V1}/imports/${sent.body.id}`);
        expect(body).toMatchObject({ state: 'done', created: 3, refused: 1 });
      });
    }
  });
});

describe('a version of a service item', () => {
  it('stays as it was when the item is changed', async () => {
    await put('EL-03', { name: '家政保洁', eligibleGroups: ['elderly'] });
    await put('EL-03', { name: '家政保洁', eligibleGroups: ['elderly'], fee: '每次 20 元', onlineLink: 'https://zwfw.example/el-03' });
    const version = (of: number) => visitor.get<Menu>(`${V1}/service-items/EL-03/versions/${of}`);
    expect((await version(1)).body).toMatchObject({ version: 1, fee: null, onlineLink: null });
    expect((await version(2)).body).toMatchObject({ version: 2, fee: '每次 20 元', onlineLink: 'https://zwfw.example/el-03' });
    expect(await version(3)).toMatchObject({ status: 404, body: { code: 'intake.service_item.not_found' } });
  });

  it('says of its category and its address only what is one', async () => {
    const answer = (said: object) =>
      f.admin.put(`${V1}/service-items/EL-04`, { ...ITEM, name: '助餐', eligibleGroups: ['elderly'], ...said });
    expect((await answer({ categoryCode: '999999' })).status).toBe(422);
    expect((await answer({ onlineLink: 'javascript:alert(1)' })).status).toBe(422);
    expect((await answer({ onlineLink: 'https://zwfw.example/a b' })).status).toBe(422);
    expect((await answer({ categoryCode: '010203' })).body).toMatchObject({ categoryCode: '010203', retiredOn: null });
  });
});
