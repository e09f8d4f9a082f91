import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, photo, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, type Clients, clientsOf, findHazard, type HazardBody, visitTo } from './harness.js';
import { describeRenditions } from './renditions.js';

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
  it('shows the photos that were sent for it, from before and after, to whoever sees it; events name them', async () => {
    const send = async () => (await clients.inspector.post<{ id: string }>(`${API}/files`, photo())).body.id;
    const [before, after] = [await send(), await send()];
    const id = await findHazard(clients, 'PHOTOS-1', { settled: 'notice', rectifyBy: SOON, files: [before] });
    expect((await act(id, 'report-rectified', { files: [after] })).status).toBe(200);
    expect((await hazard(id)).files).toMatchObject([
      { id: before, purpose: 'before' },
      { id: after, purpose: 'after' },
    ]);
    const told = await eventually(async () => {
      const events = (await stack.publishedBy('inspection')).filter(({ aggregateId }) => aggregateId === id);
      expect(events).toHaveLength(3);
      return events.map(({ data }) => (data as { fileIds?: string[] }).fileIds);
    });
    expect(told).toEqual([[before], undefined, [after]]);
    expect((await clients.reader.get(`${API}/files/${before}`)).status).toBe(200);
    const elsewhere = await clientsOf(stack, '230902');
    expect((await elsewhere.reader.get(`${API}/files/${before}`)).status).toBe(404);
  });

  it('takes a file once, from who sent it, and only with a failed item', async () => {
    const { id: used } = (await clients.inspector.post<{ id: string }>(`${API}/files`, photo())).body;
    const { id: others } = (await clients.admin.post<{ id: string }>(`${API}/files`, photo())).body;
    const id = await findHazard(clients, 'PHOTOS-2', { settled: 'notice', rectifyBy: SOON, files: [used] });
    for (const file of [used, others, newId()]) {
      const { status, body } = await act(id, 'report-rectified', { files: [file] });
      expect([status, body.code]).toEqual([422, 'inspection.file.not_attachable']);
    }
    expect((await hazard(id)).state).toBe('ordered');
    const passed = { ...visitTo('PHOTOS-2'), results: [{ item: 'exit-blocked', result: 'pass', files: [used] }] };
    expect((await clients.inspector.post<{ code: string }>(`${API}/visits`, passed)).body.code).toBe('inspection.visit.settlement_not_for');
  });

  describeRenditions(() => ({ stack, clients }));

  it('takes a file for one item of a visit', async () => {
    const { id: file } = (await clients.inspector.post<{ id: string }>(`${API}/files`, photo())).body;
    await findHazard(clients, 'PHOTOS-3');
    const failed = (item: string) => ({ item, result: 'fail', note: '堵塞', settled: 'transfer', files: [file] });
    const twice = { ...visitTo('PHOTOS-3'), results: [failed('exit-blocked'), failed('extinguisher-missing')] };
    const fault = { code: 'inspection.file.not_attachable', pointer: '/results/1/files/0' };
    expect(await clients.inspector.post(`${API}/visits`, twice)).toMatchObject({ status: 422, body: { errors: [fault] } });
  });
});
