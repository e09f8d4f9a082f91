import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { type Department, departmentOf } from './department.js';
import { DispatchWorld, type Order, type Part, type Problem } from './dispatch-world.js';

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
const act = (who: Department, id: string, action: string, body?: unknown) =>
  who.client.post<Order>(`${BASE}/work-orders/${id}/${action}`, body);
const PATIENT = { timeout: 30_000 };

describe('an organisation that is retired', () => {
  it('leaves to the centre what its successor may not see: taken back from it, answered or not known yet', async () => {
    const [old, next] = [await department(), await department()];
    const barred = { barredOrganisationIds: [next.id] };
    const begun = await orderFor(old, barred);
    await act(old, begun.id, 'accept');
    await act(old, begun.id, 'start');
    const answered = await orderFor(old, barred);
    for (const [action, body] of [['accept'], ['start'], ['reply', { text: '已处理。', result: 'solved' }]] as const)
      await act(old, answered.id, action, body);
    await retired(old.code, next.code);
    const taken = await eventually(async () => {
      const order = await world.detail(begun.id);
      expect(order.state).toBe('pending');
      return order;
    }, PATIENT);
    expect(taken).toMatchObject({ lead: null, coHandlers: [] });
    expect(taken.history.at(-1)).toMatchObject({ action: 'recall', reasonCode: 'successor-barred' });
    expect((await next.client.get(`${BASE}/work-orders/${begun.id}`)).status).toBe(404);
    expect(await world.detail(answered.id)).toMatchObject({ state: 'replied', lead: { code: old.code } });
    await world.act('reviewer', answered.id, 'reject', { reasonCode: 'incomplete', reason: '请补充。' });
    await eventually(async () => expect(await world.detail(answered.id)).toMatchObject({ state: 'pending', lead: null }), PATIENT);
    const fresh = await world.orderOf(await world.register({ categoryCode: old.category, ...barred }));
    expect(fresh).toMatchObject({ state: 'pending', lead: null });
  });

  it('hides what names it from its successor too', async () => {
    const [old, next] = [await department(), await department()];
    const order = await orderFor(next, { barredOrganisationIds: [old.id] });
    await retired(old.code, next.code);
    await eventually(async () => expect(await world.detail(order.id)).toMatchObject({ lead: { code: next.code } }), PATIENT);
    await eventually(async () => expect((await next.client.get(`${BASE}/work-orders/${order.id}`)).status).toBe(404), PATIENT);
    const fresh = await world.orderOf(await world.register({ categoryCode: next.category, barredOrganisationIds: [old.id] }));
    expect(fresh.state).toBe('pending');
  });

  it('leaves no part of an order to a successor that the matter names: it ends, and the lead does not wait for it', async () => {
    const [helper, named] = [await department(), await department()];
    const lead = await department([helper.code]);
    const order = await orderFor(lead, { barredOrganisationIds: [named.id] });
    for (const action of ['accept', 'start']) await act(lead, order.id, action);
    const [part] = (await world.parts(order.id)) as [Part];
    expect(part).toMatchObject({ state: 'open', organisation: { code: helper.code } });
    await retired(helper.code, named.code);
    await eventually(async () => expect(await world.parts(order.id)).toMatchObject([{ state: 'ended', endedFor: 'recused' }]), PATIENT);
    expect((await act(lead, order.id, 'reply', { text: '已处理。', result: 'solved' })).body).toMatchObject({ state: 'replied' });
  });
});
