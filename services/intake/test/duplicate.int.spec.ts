import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { type Fixture, OTHER_AREA, REQUEST, REQUESTS, type Shown, startIntake } from './fixture.js';

interface Duplicates {
  items: { request: Shown; score: number; reasons: { kind: string; percent: number; days: number | null }[] }[];
}

const STREET = newId();
let f: Fixture;

beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const BURST = { title: '楼前水管爆裂', text: '水流到路上，已经结冰。', place: '学府社区3号楼前' };
const duplicatesOf = async (id: string, api = f.clerk) => (await api.get<Duplicates>(`${REQUESTS}/${id}/duplicates`)).body.items;
const caller = (phone: string, more: object = {}) => ({ requester: { name: '李四', phone, ...more } });

describe('requests that may be of one matter', () => {
  it('are shown with their score and why, those most alike first, and nothing is done by it', async () => {
    const first = await f.register({ ...BURST, ...caller('13900000001') });
    const same = await f.register({ ...BURST, title: '水管爆裂', ...caller('13900000002') });
    const likely = await f.register({ title: '楼前水管漏水', text: '漏水。', ...caller('13900000003') });
    await f.register({ title: '广场舞扰民', text: '每晚到十点。', ...caller('13900000004') });
    const items = await duplicatesOf(first.id);
    expect(items.map(({ request }) => request.id).slice(0, 2)).toEqual([same.id, likely.id]);
    expect(items.map(({ request }) => (request as unknown as { title: string }).title)).not.toContain('广场舞扰民');
    expect(items[0]).toMatchObject({
      request: { state: 'received', version: 1 },
      score: expect.any(Number),
      reasons: expect.arrayContaining([
        expect.objectContaining({ kind: 'category', percent: 100 }),
        expect.objectContaining({ kind: 'place', percent: 100 }),
      ]),
    });
  });

  it('say that the same person called, but never of a confidential one to who acts for an organisation', async () => {
    const mine = await f.register({ title: '电梯故障', text: '停在五楼。', ...caller('13900000005') });
    await f.register({ title: '电梯故障困人', text: '有人被困。', ...caller('13900000005', { confidential: true }) });
    const kinds = async (api = f.clerk) =>
      (await duplicatesOf(mine.id, api)).map(({ reasons }) => reasons.some(({ kind }) => kind === 'caller'));
    expect(await kinds()).toEqual([true]);
    const organisation = {
      ...EVENTS['dispatch.organisation.registered.v1'].example,
      organisationId: STREET,
      code: 'taodong-street',
      areaCode: '230903011',
    };
    await f.stack.publish('dispatch.organisation.registered.v1', { id: STREET, version: 1 }, { ...organisation, kind: 'street' });
    const token = () => f.stack.token({ scopes: ['intake:read'], roles: ['intake-clerk'], area: '230903011', org: 'taodong-street' });
    const api = f.stack.http('intake', await token());
    await eventually(async () => expect((await api.get(`${REQUESTS}/${mine.id}`)).status).toBe(200));
    expect(await kinds(api)).toEqual([false]);
  });

  it('are none of another street, nor beyond the token', async () => {
    const everybody = f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk'], area: '' }),
    );
    const here = await f.register({ title: '红绿灯全灭', text: '红灯不亮。', ...caller('13900000006') });
    const there = await everybody.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA, title: '红绿灯全灭', text: '红灯不亮。' });
    expect(await duplicatesOf(here.id, everybody)).toEqual([]);
    expect((await f.clerk.get(`${REQUESTS}/${there.body.id}/duplicates`)).status).toBe(404);
  });

  it('are those of the days that the policy says', async () => {
    const old = await f.register({ title: '垃圾堆放', text: '无人清运。', ...caller('13900000007') });
    await f.stack.sql('intake', `update request set received_at = now() - interval '31 days' where id = $1`, [old.id]);
    const fresh = await f.register({ title: '垃圾堆放', text: '无人清运。', ...caller('13900000007') });
    expect(await duplicatesOf(fresh.id)).toEqual([]);
  });
});
