import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { type Application, DispatchWorld, type Order, type Part, type Problem } from './dispatch-world.js';

jest.setTimeout(60_000); // orders are handed over every two seconds
const BASE = '/api/dispatch/v1';
let world: DispatchWorld;
let count = 0;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world.stop());

/** A department with an entry of the list of its own, so that each test retires another. */
interface Department {
  readonly code: string;
  readonly id: string;
  readonly category: string;
  readonly client: HttpClient;
}

async function department(coOrganisations: string[] = [], more: object = {}): Promise<Department> {
  const number = ++count;
  const code = `bureau-${number}`;
  const { id } = await world.put<{ id: string }>(`/organisations/${code}`, {
    name: `第${number}局`,
    kind: 'department',
    areaCode: '230903',
    ...more,
  });
  const category = String(500_000 + number);
  const registered = { ...EVENTS['intake.category.registered.v1'].example, categoryId: newId(), code: category };
  await world.stack.publish('intake.category.registered.v1', { id: registered.categoryId, version: 1 }, registered);
  const entry = { categoryPrefix: category, areaPrefix: '230903', leadOrganisation: code, coOrganisations };
  await eventually(() => world.put(`/responsibilities/${code}`, entry)); // the category is heard of a moment later
  const token = await world.stack.token({ clientId: code, scopes: ['dispatch:read', 'dispatch:write'], roles: ['handler'], org: code });
  return { code, id, category, client: world.stack.http('dispatch', token) };
}

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
        reason: `第${count - 1}局 → 第${count}局`,
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
