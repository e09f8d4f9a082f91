import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { type Department, departmentOf } from './department.js';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

jest.setTimeout(60_000); // orders are handed over every two seconds
const BASE = '/api/dispatch/v1';
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world.stop());

const department = (coOrganisations?: string[], more?: object) => departmentOf(world, coOrganisations, more);

const retire = (code: string, successorOrganisation: string, who: HttpClient = world.clients.administrator) =>
  who.post<{ retiredAt: string | null; successorOrganisation: string | null; version: number } & Problem>(
    `${BASE}/organisations/${code}/retire`,
    { successorOrganisation },
  );
async function retired(code: string, successor: string): Promise<void> {
  const answer = await retire(code, successor);
  if (answer.status !== 200) throw new Error(`retire ${code}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

const orderFor = async ({ category }: Department, changes: object = {}): Promise<Order> =>
  world.orderOf(await world.register({ categoryCode: category, ...changes }), ({ state }) => state !== 'pending');
const PATIENT = { timeout: 30_000 };
const ledBy = (id: string, code: string): Promise<Order> =>
  eventually(async () => {
    const order = await world.detail(id);
    expect(order.lead?.code).toBe(code);
    return order;
  }, PATIENT);

describe('an organisation that is retired', () => {
  it('is shown with everything that names it yet, until that is put right', async () => {
    const [old, next] = [await department(), await department()];
    await world.put('/organisations/its-office', { name: '下属科', kind: 'department', areaCode: '230903', parentOrganisation: old.code });
    const order = await orderFor(old);
    const mentions = async (code: string) => (await world.clients.administrator.get<object>(`${BASE}/organisations/${code}/mentions`)).body;
    expect(await mentions(old.code)).toEqual({
      openOrders: 1,
      responsibilities: [{ code: old.code, version: 1, lead: true }],
      belonging: ['its-office'],
      predecessors: [],
      elsewhere: ['accounts', 'clients'].map((of) => `/api/gateway/v1/${of}?organisation=${old.code}`),
    });
    await retired(old.code, next.code);
    await ledBy(order.id, next.code);
    await world.put(`/responsibilities/${old.code}`, { categoryPrefix: old.category, areaPrefix: '230903', leadOrganisation: next.code });
    expect(await mentions(old.code)).toMatchObject({ openOrders: 0, responsibilities: [] });
    expect(await mentions(next.code)).toMatchObject({ openOrders: 1, predecessors: [old.code] });
    expect((await world.clients.administrator.get(`${BASE}/organisations/nobody/mentions`)).status).toBe(404);
    expect((await world.clients.reader.get(`${BASE}/organisations/${old.code}/mentions`)).status).toBe(403);
  });

  it('is refused a successor that is none, itself, no more, below it or beyond the caller; and a second retirement', async () => {
    const [old, gone, next] = [await department(), await department(), await department()];
    await retired(gone.code, next.code);
    const refusal = async (successor: string, who?: HttpClient) => {
      const { status, body } = await retire(old.code, successor, who);
      return `${status} ${body.code}`;
    };
    expect(await refusal('nobody')).toBe('422 dispatch.organisation.unknown');
    expect(await refusal(old.code)).toBe('422 dispatch.organisation.successor_itself');
    expect(await refusal(gone.code)).toBe('422 dispatch.organisation.retired');
    expect(await refusal('first-community')).toBe('422 dispatch.organisation.successor_below');
    expect(await refusal(next.code, world.clients.dispatcher)).toBe('403 platform.role_missing');
    const token = await world.stack.token({ scopes: ['dispatch:write'], roles: ['administrator'], area: '230903012' });
    expect(await refusal(next.code, world.stack.http('dispatch', token))).toBe('403 platform.area_not_allowed');
    expect((await retire('nobody', next.code)).status).toBe(404);
    await retired(old.code, next.code);
    expect(await refusal(next.code)).toBe('422 dispatch.organisation.retired');
    const put = await world.clients.administrator.put<Problem>(`${BASE}/organisations/${old.code}`, {
      name: '改名',
      kind: 'department',
      areaCode: '230903',
    });
    expect(put).toMatchObject({ status: 422, body: { code: 'dispatch.organisation.retired' } });
  });

  it('does not take over from each other when two are retired into each other at the same moment', async () => {
    for (let i = 0; i < 5; i++) {
      const [one, other] = [await department(), await department()];
      const answers = await Promise.all([retire(one.code, other.code), retire(other.code, one.code)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    }
  });
});

describe('the parent of an organisation', () => {
  it('is another one in being, and never itself or one that belongs to it', async () => {
    const [top, middle, low] = [await department(), await department(), await department()];
    const put = (code: string, parentOrganisation: string | null) =>
      world.clients.administrator.put<{ parentOrganisation: string | null; name: string } & Problem>(`${BASE}/organisations/${code}`, {
        name: '某局',
        kind: 'department',
        areaCode: '230903',
        parentOrganisation,
      });
    expect((await put(middle.code, top.code)).body).toMatchObject({ parentOrganisation: top.code });
    expect((await put(low.code, middle.code)).status).toBe(200);
    for (const below of [top, middle, low])
      expect(await put(top.code, below.code)).toMatchObject({
        status: 422,
        body: { code: 'dispatch.organisation.parent_below', errors: [{ pointer: '/parentOrganisation' }] },
      });
    expect((await put(top.code, 'nobody')).body).toMatchObject({ code: 'dispatch.organisation.unknown' });
    const gone = await department();
    await retired(gone.code, top.code);
    expect((await put(top.code, gone.code)).body).toMatchObject({ code: 'dispatch.organisation.retired' });
    expect((await put(low.code, null)).body).toMatchObject({ parentOrganisation: null });
    const told = await world.told(middle.id, 2);
    expect(told[1]?.data).toMatchObject({ parentOrganisation: top.code });
  });
});
