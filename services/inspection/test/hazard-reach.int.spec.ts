import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack, tellRegisters, tellRetiredArea } from '@zero-distance/testing';
import { API, type Clients, clientsOf, findHazard, type HazardBody, premises, type VisitBody, visitTo, workOrderOf } from './harness.js';

const SOON = new Date(Date.now() + 7 * 86_400_000).toISOString();

let stack: TestStack;
let clients: Clients;
beforeAll(async () => {
  stack = await startTestStack({ services: ['inspection'] });
  await tellRegisters(stack, 'inspection');
  clients = await clientsOf(stack);
}, 60_000);
afterAll(() => stack.stop());

const hazard = async (id: string) => (await clients.reader.get<HazardBody>(`${API}/hazards/${id}`)).body;
const act = (id: string, action: string, body: object = {}, headers = {}) =>
  clients.inspector.post<HazardBody & { code: string }>(`${API}/hazards/${id}/${action}`, body, { headers });

describe('a hazard', () => {
  it('refuses a stale ETag, a wrong role, a wrong scope and another area, and nothing changes', async () => {
    const id = await findHazard(clients, 'GUARD-1', { settled: 'notice', rectifyBy: SOON });
    const path = `${API}/hazards/${id}/report-rectified`;
    const elsewhere = await clientsOf(stack, '230903012');
    const stale = await act(id, 'report-rectified', {}, { 'if-match': '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'platform.stale_version']);
    expect(await clients.admin.post(path, {})).toMatchObject({ status: 403, body: { code: 'platform.role_missing' } });
    expect(await clients.reader.post(path, {})).toMatchObject({ status: 403, body: { code: 'platform.scope_missing' } });
    expect(await elsewhere.inspector.post(path, {})).toMatchObject({ status: 404, body: { code: 'inspection.hazard.not_found' } });
    expect((await elsewhere.reader.get<{ items: unknown[] }>(`${API}/hazards`)).body.items).toEqual([]);
    expect(await hazard(id)).toMatchObject({ state: 'ordered', version: 2 });
    expect((await act(id, 'report-rectified', {}, { 'if-match': '"2"' })).headers.get('etag')).toBe('"3"');
  });

  it('is seen by who has its work order, with its visit and premises, while they have it, and by who answers for the territory', async () => {
    const organisations = [
      { code: 'fire-rescue', kind: 'department', areaCode: '230903' },
      { code: 'gas-company', kind: 'utility', areaCode: '230903' },
      { code: 'xuefu-community', kind: 'community', areaCode: '230903011001' },
      { code: 'south-street', kind: 'street', areaCode: '230903012' },
    ].map((facts) => ({ organisationId: newId(), name: facts.code, ...facts }));
    for (const facts of organisations)
      await stack.publish('dispatch.organisation.registered.v1', { id: facts.organisationId, version: 1 }, facts);
    const [brigade = '', gas = ''] = organisations.map(({ organisationId }) => organisationId);
    const id = await findHazard(clients, 'REACH-1');
    const order = workOrderOf(stack, id);
    await order.opened();
    await order.dispatched(brigade, gas);
    const seen = async (org: string, roles = ['handler', 'inspector']): Promise<boolean[]> => {
      const claims = { scopes: ['inspection:read'], roles, area: '230903', org };
      const client = stack.http('inspection', await stack.token(claims));
      const found = await client.get<HazardBody & { visitId: string; premises: string }>(`${API}/hazards/${id}`);
      const lists = await Promise.all(
        ['hazards', 'visits', 'premises'].map(async (list) => {
          const { body } = await client.get<{ items: { id: string; premises?: string; code?: string }[] }>(`${API}/${list}?limit=200`);
          return body.items.some((item) => item.id === id || item.premises === 'REACH-1' || item.code === 'REACH-1');
        }),
      );
      return [found.status === 200, (await client.get(`${API}/premises/REACH-1`)).status === 200, ...lists];
    };
    const EVERYTHING = Array(5).fill(true);
    const NOTHING = Array(5).fill(false);
    await eventually(async () => expect(await seen('fire-rescue')).toEqual(EVERYTHING));
    expect(await seen('gas-company')).toEqual(EVERYTHING);
    expect(await seen('xuefu-community')).toEqual(EVERYTHING);
    expect(await seen('south-street')).toEqual(NOTHING);
    expect(await seen('nobody-knows')).toEqual(NOTHING);
    await order.terminated();
    await eventually(async () => expect(await seen('fire-rescue', ['handler', 'administrator'])).toEqual(NOTHING));
    const claims = { scopes: ['inspection:write'], roles: ['police-auxiliary', 'inspector'], area: '230903', org: 'fire-rescue' };
    const visit = await stack.http('inspection', await stack.token(claims)).post<VisitBody>(`${API}/visits`, visitTo('REACH-1'));
    expect(visit.status).toBe(201);
    const read = async (org: string) => {
      const reader = stack.http('inspection', await stack.token({ ...claims, scopes: ['inspection:read'], org }));
      return (await reader.get(`${API}/visits/${visit.body.id}`)).status;
    };
    expect([await read('fire-rescue'), await read('gas-company')]).toEqual([200, 404]); // who recorded it reads it
  });

  it('at premises in a retired area lies in the one that it went into, with its visit and its order, whoever of the two visits; one found before goes there as somebody acts', async () => {
    const [gone, to] = ['230903014003', '230903014004'];
    await clients.admin.put(`${API}/premises/GONE-1`, premises({ areaCode: gone }));
    const settled = { settled: 'notice', rectifyBy: SOON };
    const before = await clients.inspector.post<VisitBody>(`${API}/visits`, visitTo('GONE-1', settled));
    const id = before.body.hazards[0]?.id ?? '';
    expect(await hazard(id)).toMatchObject({ areaCode: gone });
    await tellRetiredArea(stack, 'inspection', gone, to);
    const community = await clientsOf(stack, to);
    const found = await eventually(async () => {
      const visit = await community.inspector.post<VisitBody>(`${API}/visits`, {
        ...visitTo('GONE-1'),
        results: [{ item: 'gas-unsafe', result: 'fail', note: '报警器未通电', settled: 'transfer' }],
      });
      expect(visit).toMatchObject({ status: 201, body: { areaCode: to } }); // within two seconds of the news
      return visit.body.hazards[0]?.id ?? '';
    });
    expect((await community.reader.get(`${API}/hazards/${found}`)).body).toMatchObject({ areaCode: to });
    expect((await act(id, 'transfer', {})).body).toMatchObject({ areaCode: to });
    await eventually(async () => {
      const told = (await stack.published('inspection.hazard.transferred.v1')).map(({ data }) => [data.hazardId, data.areaCode]);
      expect(told).toEqual(expect.arrayContaining([[id, to], [found, to]])); // biome-ignore format: two pairs
    });
    expect((await (await clientsOf(stack, '230903012')).inspector.post(`${API}/visits`, visitTo('GONE-1'))).status).toBe(403);
  });
});
