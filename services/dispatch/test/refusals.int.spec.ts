import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import type { HttpClient } from '@zero-distance/testing';
import { WORK_ORDER_TRANSITIONS } from '../src/orders/work-order/work-order.transitions.js';
import { AREA, DispatchWorld, type Order, type Problem } from './dispatch-world.js';

interface OpenApi {
  paths: Record<string, { post?: { responses: Record<string, { content: Record<'application/problem+json', { examples: object }> }> } }>;
}

const BASE = '/api/dispatch/v1';
const REASON = { reasonCode: 'incomplete', reason: '请补充。' };
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world.stop());

/** What stands in the database about an order: nothing of it may change by a refusal. */
const everything = async (id: string) =>
  JSON.stringify(
    await world.stack.sql(
      'dispatch',
      `select to_json(w) as row, (select count(*) from work_order_history h where h.work_order_id = w.id) as history,
         (select count(*) from outbox e
            where e.headers like '%' || w.id || '%') as events
       from work_order w where id = $1`,
      [id],
    ),
  );

const ACTIONS: readonly (readonly [string, 'dispatcher' | 'housing' | 'reviewer', unknown, readonly string[]])[] = [
  ['dispatch', 'dispatcher', { leadOrganisation: 'housing-bureau', reason: '指定' }, ['pending']],
  ['accept', 'housing', undefined, ['dispatched']],
  ['start', 'housing', undefined, ['accepted']],
  ['reply', 'housing', { text: '已处理', result: 'solved' }, ['in-progress']],
  ['reject', 'reviewer', REASON, ['replied']],
  ['approve', 'reviewer', { publicAnswer: '已处理。' }, ['replied']],
  ['resume', 'dispatcher', { reason: '条件已具备。' }, ['parked']],
  ['terminate', 'dispatcher', { reasonCode: 'duplicate', reason: '重复' }, ['pending', 'dispatched', 'accepted', 'in-progress', 'replied']],
];

describe.each(['dispatched', 'accepted', 'in-progress', 'replied', 'approved', 'terminated'] as const)('an order that is %s', (state) => {
  let order: Order;
  beforeAll(async () => {
    order = await world.orderOf(await world.register());
    if (state === 'terminated') await world.act('dispatcher', order.id, 'terminate', { reasonCode: 'duplicate', reason: '重复' });
    else if (state !== 'dispatched') await world.bringTo(order.id, state);
  });

  it.each(ACTIONS.filter(([, , , from]) => !from.includes(state)))('refuses to %s, and stays as it was', async (action, who, body) => {
    const before = await everything(order.id);
    const answer = await world.act<Problem>(who, order.id, action, body);
    expect(answer).toMatchObject(
      // once the answer is out, only the system ends an order
      state === 'approved' && action === 'terminate'
        ? { status: 403, body: { code: 'dispatch.work_order.role_not_allowed' } }
        : { status: 409, body: { code: 'dispatch.work_order.transition_not_allowed' } },
    );
    expect(await everything(order.id)).toBe(before);
  });
});

describe('the OpenAPI document', () => {
  const byPeople = WORK_ORDER_TRANSITIONS.rows.filter(({ by }) => by.some((role) => role !== 'system')).map(({ action }) => action);

  it.each([...new Set(byPeople)])('says that %s may be refused for the state and for the role', async (action) => {
    const { body } = await world.clients.reader.get<OpenApi>('/api/dispatch/openapi.json');
    const { responses } = body.paths[`${BASE}/work-orders/{id}/${action}`]?.post ?? {};
    for (const { code, definition } of WORK_ORDER_TRANSITIONS.errors) {
      expect(responses?.[definition.status]?.content['application/problem+json'].examples).toHaveProperty([code]);
    }
  });
});

describe('an order', () => {
  let order: Order;
  beforeAll(async () => {
    order = await world.orderOf(await world.register());
  });

  it('is not found outside the caller’s area, nor by an organisation that has no part in it', async () => {
    const elsewhere = await world.orderOf(await world.register({ categoryCode: '110101' }));
    expect((await world.clients.outsider.get(`${BASE}/work-orders/${order.id}`)).status).toBe(404);
    expect((await world.act('outsider', order.id, 'terminate', { reasonCode: 'duplicate', reason: 'x' })).status).toBe(404);
    expect((await world.clients.urban.get(`${BASE}/work-orders/${elsewhere.id}`)).status).toBe(404);
    expect((await world.clients.dispatcher.get(`${BASE}/work-orders/${newId()}`)).status).toBe(404);
    expect((await world.clients.dispatcher.get(`${BASE}/work-orders/none`)).status).toBe(422);
    const ids = async (who: 'urban' | 'housing' | 'outsider') =>
      (await world.clients[who].get<{ items: Order[] }>(`${BASE}/work-orders?limit=200`)).body.items.map(({ id }) => id);
    expect(await ids('urban')).toContain(order.id); // it helps
    expect(await ids('urban')).not.toContain(elsewhere.id);
    expect(await ids('housing')).toEqual(expect.arrayContaining([order.id, elsewhere.id]));
    expect(await ids('outsider')).toEqual([]);
  });

  it('is the lead’s to accept, not a co-handler’s, a reviewer’s or a reader’s', async () => {
    const before = await everything(order.id);
    expect((await world.act<Problem>('urban', order.id, 'accept')).body.code).toBe('dispatch.work_order.not_lead');
    expect((await world.act<Problem>('reviewer', order.id, 'accept')).body.code).toBe('platform.role_missing');
    expect((await world.act<Problem>('reader', order.id, 'terminate', { reasonCode: 'duplicate', reason: 'x' })).body.code).toBe(
      'platform.scope_missing',
    );
    expect((await world.stack.http('dispatch').get(`${BASE}/work-orders`)).status).toBe(401);
    expect(await everything(order.id)).toBe(before);
  });

  it('refuses a change that was made for an older version', async () => {
    const stale = await world.act<Problem>('housing', order.id, 'accept', undefined, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'platform.stale_version' } });
    const current = await world.act('housing', order.id, 'accept', undefined, { 'if-match': `"${order.version}"` });
    expect(current).toMatchObject({ status: 200, body: { state: 'accepted', version: 3 } });
    expect(current.headers.get('etag')).toBe('"3"');
  });

  it('is started once when the call comes twice with one Idempotency-Key', async () => {
    const key = { 'idempotency-key': newId() };
    const first = await world.act('housing', order.id, 'start', undefined, key);
    const second = await world.act('housing', order.id, 'start', undefined, key);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect((await world.detail(order.id)).version).toBe(4);
    const other = await world.act<Problem>('housing', order.id, 'reply', { text: 'x', result: 'solved' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'platform.idempotency_key_reused' } });
  });

  it('takes one of many accepts that come at the same moment', async () => {
    const { id } = await world.orderOf(await world.register());
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.act('housing', id, 'accept')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect((await world.told(id, 3)).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it.each<[string, 'housing' | 'reviewer', unknown, string]>([
    ['reply', 'housing', { text: '', result: 'solved' }, '/text'],
    ['reply', 'housing', { text: 'x', result: 'done' }, '/result'],
    ['reply', 'housing', { text: 'x', result: 'solved', more: 1 }, '/more'],
    ['reject', 'reviewer', { reasonCode: 'mood', reason: 'x' }, '/reasonCode'],
    ['approve', 'reviewer', {}, '/publicAnswer'],
  ])('refuses to %s with bad input', async (action, who, body, pointer) => {
    const answer = await world.act<Problem>(who, order.id, action, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'platform.invalid_input', errors: [{ pointer }] } });
  });

  it('is not approved with an answer that shows personal data', async () => {
    await world.act('housing', order.id, 'reply', { text: '已联系来电人。', result: 'solved' });
    const before = await everything(order.id);
    const answer = await world.act<Problem>('reviewer', order.id, 'approve', { publicAnswer: '已联系 13812345678 处理。' });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'platform.personal_data_in_public_text', errors: [{ pointer: '/publicAnswer' }] },
    });
    expect(await everything(order.id)).toBe(before);
  });
});

describe('a designation', () => {
  it.each<[string, object, number, string]>([
    ['an unknown organisation', { leadOrganisation: 'nobody', reason: 'x' }, 422, 'dispatch.organisation.unknown'],
    [
      'a community whose list does not have the matter',
      { leadOrganisation: 'first-community', reason: 'x' },
      409,
      'dispatch.work_order.outside_community_list',
    ],
  ])('of %s is refused', async (_, body, status, code) => {
    const { id } = await world.orderOf(await world.register({ categoryCode: '990101' }));
    expect(await world.act<Problem>('dispatcher', id, 'dispatch', body)).toMatchObject({
      status,
      body: { code, errors: [{ pointer: '/leadOrganisation' }] },
    });
    expect((await world.detail(id)).state).toBe('pending');
  });

  it('of a community for what is on its list is taken', async () => {
    const { id } = await world.orderOf(await world.register({ categoryCode: '980101' }));
    await world.put('/responsibilities/community-98', { categoryPrefix: '98', areaPrefix: AREA, leadOrganisation: 'first-community' });
    const answer = await world.act('dispatcher', id, 'dispatch', { leadOrganisation: 'first-community', reason: '属社区职责' });
    expect(answer).toMatchObject({ status: 200, body: { lead: { code: 'first-community' } } });
  });
});

describe('who acts for an organisation', () => {
  const ROLE_SETS = [['handler'], ['reviewer'], ['dispatcher'], ['handler', 'administrator', 'leader']];
  const as = async (roles: string[], org: string, area = '230903') =>
    world.stack.http('dispatch', await world.stack.token({ scopes: ['dispatch:read', 'dispatch:write'], roles, area, org }));
  const statusOf = async (client: HttpClient, id: string) => (await client.get(`${BASE}/work-orders/${id}`)).status;
  const listed = async (client: HttpClient) =>
    (await client.get<{ items: Order[] }>(`${BASE}/work-orders?limit=200`)).body.items.map(({ id }) => id);

  it.each(ROLE_SETS)('sees the orders it takes part in and no others, whatever its roles: %s %s %s', async (...roles) => {
    const led = await world.orderOf(await world.register());
    const elsewhere = await world.orderOf(await world.register({ categoryCode: '110101' })); // without the helper
    const helper = await as(roles, 'urban-management');
    expect([await statusOf(helper, led.id), await statusOf(helper, elsewhere.id)]).toEqual([200, 404]);
    expect(await listed(helper)).not.toContain(elsewhere.id);
    const street = await as(roles, 'bei-an-street');
    expect([await statusOf(street, led.id), (await listed(street)).includes(led.id)]).toEqual([200, true]); // it lies in its territory
    expect(await statusOf(await as(roles, 'nobody-knows'), led.id)).toBe(404);
  });

  it('is never given a matter that names it as complained about, nor helps with it, nor sees it', async () => {
    const bureau = (await world.orderOf(await world.register())).lead?.id as string;
    const order = await world.orderOf(await world.register({ barredOrganisationIds: [bureau], barredAccountIds: ['centre-2'] }));
    expect(order).toMatchObject({ state: 'pending', coHandlers: [] });
    expect(order).toMatchObject({ lead: null });
    expect((await world.detail(order.id)).history).toMatchObject([{ action: 'open', reasonCode: 'nearest-entry-barred' }]);
    const designation = { leadOrganisation: 'housing-bureau', reason: '会商' };
    const refused = { status: 409, body: { code: 'dispatch.work_order.organisation_barred' } };
    expect(await world.act<Problem>('dispatcher', order.id, 'dispatch', designation)).toMatchObject(refused);
    const helping = { leadOrganisation: 'urban-management', coOrganisations: ['housing-bureau'], reason: '会商' };
    expect(await world.act<Problem>('dispatcher', order.id, 'dispatch', helping)).toMatchObject(refused);
    expect(await statusOf(world.clients.housing, order.id)).toBe(404);
    const recused = await world.stack.token({ scopes: ['dispatch:read'], roles: ['dispatcher'], clientId: 'centre-2' });
    const client = world.stack.http('dispatch', recused);
    expect([await statusOf(client, order.id), (await listed(client)).includes(order.id)]).toEqual([404, false]);
  });

  it('stands still for nobody when its only dispatcher is recused: whoever dispatches above sees it, and dispatches it', async () => {
    const only = {
      scopes: ['dispatch:read', 'dispatch:write'],
      roles: ['dispatcher' as const],
      area: AREA,
      clientId: 'centre-of-the-community',
    };
    const dispatcher = world.stack.http('dispatch', await world.stack.token(only));
    const order = await world.orderOf(await world.register({ categoryCode: '999999', barredAccountIds: [only.clientId] }));
    expect(order).toMatchObject({ state: 'pending' });
    const designation = { leadOrganisation: 'urban-management', reason: '会商' };
    expect((await dispatcher.post(`${BASE}/work-orders/${order.id}/dispatch`, designation)).status).toBe(404);
    expect(await world.act('dispatcher', order.id, 'dispatch', designation)).toMatchObject({ status: 200, body: { state: 'dispatched' } });
    expect(await statusOf(dispatcher, order.id)).toBe(404);
  });

  it('may not review what it answered, though it holds both roles', async () => {
    const order = await world.orderOf(await world.register());
    await world.bringTo(order.id, 'replied');
    const both = { scopes: ['dispatch:read', 'dispatch:write'], roles: ['handler', 'reviewer'], org: 'housing-bureau' };
    const approve = async (clientId: string) =>
      world.stack
        .http('dispatch', await world.stack.token({ ...both, clientId }))
        .post<Problem>(`${BASE}/work-orders/${order.id}/approve`, { publicAnswer: '路灯已修复。' });
    expect(await approve('housing')).toMatchObject({ status: 403, body: { code: 'platform.duties_not_separate' } });
    expect((await approve('housing-reviewer')).status).toBe(200);
  });

  it('may not review the answer of a colleague after its own was sent back', async () => {
    const order = await world.orderOf(await world.register());
    await world.bringTo(order.id, 'replied');
    expect((await world.act('reviewer', order.id, 'reject', { reasonCode: 'unclear', reason: '表述不清' })).status).toBe(200);
    const both = { scopes: ['dispatch:read', 'dispatch:write'], roles: ['handler' as const, 'reviewer' as const], org: 'housing-bureau' };
    const act = async (clientId: string, action: string, body: object) =>
      world.stack
        .http('dispatch', await world.stack.token({ ...both, clientId }))
        .post<Problem>(`${BASE}/work-orders/${order.id}/${action}`, body);
    expect((await act('housing-2', 'reply', { result: 'solved', text: '已修复。' })).status).toBe(200);
    for (const clientId of ['housing', 'housing-2'])
      expect(await act(clientId, 'approve', { publicAnswer: '路灯已修复。' })).toMatchObject({
        body: { code: 'platform.duties_not_separate' },
      });
    expect((await act('housing-reviewer', 'approve', { publicAnswer: '路灯已修复。' })).status).toBe(200);
  });
});
