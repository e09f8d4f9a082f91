import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { type Department, departmentOf } from './department.js';
import { type Application, DispatchWorld, type Order, type Problem } from './dispatch-world.js';

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
const ledBy = (id: string, code: string): Promise<Order> =>
  eventually(async () => {
    const order = await world.detail(id);
    expect(order.lead?.code).toBe(code);
    return order;
  }, PATIENT);

describe('an organisation that is retired', () => {
  it('gives its open orders to its successor, each in the state and with the times it had, in one step that names both', async () => {
    const [old, next] = [await department(), await department()];
    const dispatched = await orderFor(old);
    const begun = await orderFor(old);
    await act(old, begun.id, 'accept');
    await act(old, begun.id, 'start');
    const replied = await orderFor(old);
    for (const [action, body] of [['accept'], ['start'], ['reply', { text: '已处理。', result: 'solved' }]] as const)
      await act(old, replied.id, action, body);
    const before = await Promise.all([dispatched, begun, replied].map(({ id }) => world.detail(id)));

    expect((await retire(old.code, next.code)).body).toMatchObject({ successorOrganisation: next.code, retiredAt: expect.any(String) });
    for (const was of before) {
      const is = await ledBy(was.id, next.code);
      expect(is).toMatchObject({ state: was.state, version: was.version + 1, due: was.due, deadline: was.deadline, coHandlers: [] });
      expect(is.history.at(-1)).toMatchObject({
        action: 'hand-over',
        from: was.state,
        to: was.state,
        actorId: 'system',
        reasonCode: 'organisation-retired',
        reason: `第${old.code.slice(7)}局 → 第${next.code.slice(7)}局`,
      });
      const events = await world.told(was.id, was.version + 1);
      expect(events.at(-1)).toMatchObject({
        type: 'dispatch.work-order.handed-over.v1',
        data: { leadOrganisationId: next.id, coOrganisationIds: [], formerOrganisationIds: [old.id] },
      });
    }
    const { body: own } = await next.client.get<{ items: Order[] }>(`${BASE}/work-orders`);
    expect(own.items.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    expect((await act(next, dispatched.id, 'accept')).status).toBe(200);
  });

  it('is given nothing new: the list and the centre name its successor, and its entry is shown as it was written', async () => {
    const [old, next] = [await department(), await department()];
    await retired(old.code, next.code);
    const order = await orderFor(old);
    expect(order).toMatchObject({ lead: { code: next.code }, routeReason: { code: 'responsibility-list' }, version: 2 });
    const designated = await world.act<Problem>('dispatcher', order.id, 'reassign', { leadOrganisation: old.code, reason: '改派。' });
    expect(designated).toMatchObject({ status: 422, body: { code: 'dispatch.organisation.retired' } });
    expect(designated.body.detail).toContain(next.code);
    const entry = { categoryPrefix: old.category, areaPrefix: '230903', leadOrganisation: old.code };
    expect(await world.put(`/responsibilities/${old.code}`, entry)).toMatchObject({ version: 1, leadOrganisation: old.code });
    const renewed = await world.clients.administrator.put<Problem>(`${BASE}/responsibilities/${old.code}`, { ...entry, note: '新依据' });
    expect(renewed).toMatchObject({
      status: 422,
      body: { code: 'dispatch.organisation.retired', errors: [{ pointer: '/leadOrganisation' }] },
    });
  });

  it('is let in no more: its tokens are answered with 403 and the code of who does its work at the end of the chain', async () => {
    const [first, second, third] = [await department(), await department(), await department()];
    await retired(first.code, second.code);
    await retired(second.code, third.code);
    await eventually(async () => {
      const answer = await first.client.get<Problem>(`${BASE}/work-orders`);
      expect(answer).toMatchObject({ status: 403, body: { code: 'platform.organisation_retired' } });
      expect(answer.body.detail).toContain(third.code);
    }, PATIENT);
    expect((await third.client.get(`${BASE}/work-orders`)).status).toBe(200);
  });

  it('is shown to its successor with what it had closed, over two retirements, under the name it had; a rework is the successor’s', async () => {
    const [first, second, third, stranger] = [await department(), await department(), await department(), await department()];
    const requestId = await world.register({ categoryCode: first.category });
    const { id } = await world.orderOf(requestId);
    for (const [action, body] of [['accept'], ['start'], ['reply', { text: '已处理。', result: 'solved' }]] as const)
      await act(first, id, action, body);
    await world.act('reviewer', id, 'approve', { publicAnswer: '已处理。' });
    await world.callBack(requestId, 1, 'closed');
    await world.orderOf(requestId, ({ state }) => state === 'closed');
    await retired(first.code, second.code);
    await retired(second.code, third.code);
    await eventually(async () => {
      const seen = await third.client.get<Order>(`${BASE}/work-orders/${id}`);
      expect(seen).toMatchObject({ status: 200, body: { state: 'closed', lead: { code: first.code } } });
      const { body: list } = await third.client.get<{ items: Order[] }>(`${BASE}/work-orders`);
      expect(list.items.map((order) => order.id)).toContain(id);
    }, PATIENT);
    expect((await stranger.client.get(`${BASE}/work-orders/${id}`)).status).toBe(404);

    const { fileIds: _, ...facts } = { fileIds: undefined, ...EVENTS['intake.request.registered.v1'].example };
    const again = { ...facts, requestId, at: new Date().toISOString(), round: 2, cause: 'requester' as const };
    await world.stack.publish(
      'intake.request.reopened.v1',
      { id: requestId, version: 2 },
      again as EventData<'intake.request.reopened.v1'>,
    );
    const reworked = await ledBy(id, third.code);
    expect(reworked).toMatchObject({ state: 'in-progress', round: 2 });
    expect(reworked.history.slice(-2).map(({ action }) => action)).toEqual(['rework', 'hand-over']);
  });

  it('is no co-handler beside its own successor: who helped leads alone, and two that helped are one', async () => {
    const helper = await department();
    const old = await department([helper.code]);
    const led = await orderFor(old);
    expect(led.coHandlers).toMatchObject([{ code: helper.code }]);
    await retired(old.code, helper.code);
    expect(await ledBy(led.id, helper.code)).toMatchObject({ coHandlers: [] });

    const [one, other] = [await department(), await department()];
    const lead = await department([one.code, other.code]);
    const helped = await orderFor(lead);
    await retired(one.code, other.code);
    const events = await eventually(async () => {
      expect(await world.detail(helped.id)).toMatchObject({ lead: { code: lead.code }, coHandlers: [{ code: other.code }] });
      return world.told(helped.id, 3);
    }, PATIENT);
    expect(events[2]).toMatchObject({ data: { coOrganisationIds: [other.id], formerOrganisationIds: [one.id] } });
    const rows = await world.stack.sql('dispatch', 'select organisation_id from work_order_organisation where work_order_id = $1', [
      helped.id,
    ]);
    expect(rows).toHaveLength(2);
    await retired(lead.code, other.code); // its lead goes to who helps already
    expect(await ledBy(helped.id, other.code)).toMatchObject({ coHandlers: [] });
  });

  it('leaves what it had asked for to its successor, who hears the decision and may ask again', async () => {
    const [old, next] = [await department(), await department()];
    const order = await orderFor(old);
    await act(old, order.id, 'accept');
    const asked = await old.client.post<Application>(`${BASE}/work-orders/${order.id}/applications`, {
      kind: 'extension',
      reason: '申请理由。',
      extendBy: { amount: 1, unit: 'working_day' },
    });
    expect(asked.status).toBe(201);
    await retired(old.code, next.code);
    await ledBy(order.id, next.code);
    const refused = await world.decide('dispatcher', asked.body.id, 'refuse');
    expect(refused).toMatchObject({ status: 200, body: { state: 'refused' } });
    const appealed = await next.client.post<Application>(`${BASE}/applications/${asked.body.id}/appeal`, { reason: '请复核。' });
    expect(appealed).toMatchObject({ status: 200, body: { state: 'appealed' } });
    const events = await world.told(asked.body.id, 3);
    expect(events.map(({ data }) => data.leadOrganisationId ?? data.organisationId)).toEqual([old.id, next.id, next.id]);
  });
});

describe('handing over', () => {
  const orders = async (old: Department, number: number) => {
    const ids = await Promise.all(Array.from({ length: number }, () => world.register({ categoryCode: old.category })));
    return Promise.all(ids.map((id) => world.orderOf(id, ({ state }) => state === 'dispatched')));
  };

  it('takes an order that is being changed on a later turn, and loses neither change', async () => {
    const [old, next] = [await department(), await department()];
    const given = await orders(old, 20);
    const [, ...answers] = await Promise.all([retired(old.code, next.code), ...given.map(({ id }) => act(old, id, 'accept'))]);
    for (const [i, { id }] of given.entries()) {
      const order = await ledBy(id, next.code);
      const accepted = answers[i]?.status === 200;
      expect(order.state).toBe(accepted ? 'accepted' : 'dispatched');
      expect(order.history.map(({ action }) => action).sort()).toEqual(
        ['open', 'dispatch', ...(accepted ? ['accept'] : []), 'hand-over'].sort(),
      );
    }
  });

  it('waits for an order that another transaction holds, and moves the others meanwhile', async () => {
    const [old, next] = [await department(), await department()];
    const [held, ...free] = await orders(old, 4);
    const hold = world.stack.sql(
      'dispatch',
      `select pg_sleep(4) from (select from work_order where id = '${held?.id}' for update) as held`,
    );
    await retired(old.code, next.code);
    await hold;
    for (const { id } of [...free, held as Order]) {
      const order = await ledBy(id, next.code);
      expect(order.history.filter(({ action }) => action === 'hand-over')).toHaveLength(1);
    }
  });

  it('goes on where a killed process left off, and moves each order once', async () => {
    const [old, next] = [await department(), await department()];
    const given = await orders(old, 60);
    await retired(old.code, next.code);
    const moved = async (): Promise<number> => {
      const [row] = await world.stack.sql<{ n: number }>(
        'dispatch',
        `select count(*)::int as n from work_order where lead_organisation_id = '${next.id}'`,
      );
      return row?.n ?? 0;
    };
    await eventually(async () => expect(await moved()).toBeGreaterThan(0), { ...PATIENT, interval: 1 });
    await world.stack.kill('dispatch');
    const then = await moved();
    expect(then).toBeLessThan(given.length); // in the middle of it
    await world.stack.restart('dispatch');
    await eventually(async () => expect(await moved()).toBe(given.length), PATIENT);
    for (const { id } of given) {
      const order = await world.detail(id);
      expect(order.history.filter(({ action }) => action === 'hand-over')).toHaveLength(1);
      expect((await world.told(id, 3)).map(({ version }) => version)).toEqual([1, 2, 3]);
    }
  });
});
