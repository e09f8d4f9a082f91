import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { type Application, DispatchWorld, type Order, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
const RETURN = { reasonCode: 'not-our-duty' };
const DAY = 86_400_000;
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world?.stop());
const newOrder = async (changes: Partial<EventData<'intake.request.registered.v1'>> = {}) => world.orderOf(await world.register(changes));
const workedOn = async (changes = {}) => {
  const { id } = await newOrder(changes);
  return world.bringTo(id, 'in-progress');
};
const application = async (id: string) => (await world.clients.dispatcher.get<Application>(`${BASE}/applications/${id}`)).body;
const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.').slice(1, 3).join('.'));

describe('an application', () => {
  it('is asked by the lead, listed for the centre, and tells of itself and of its order once each when it is granted', async () => {
    const { id, version } = await newOrder();
    const asked = await world.ask('housing', id, 'return', RETURN);
    expect(asked).toMatchObject({ status: 201, body: { kind: 'return', state: 'asked', actions: ['withdraw'], overdue: false } });
    expect((await world.detail(id)).version).toBe(version); // asking changes nothing of the order
    const { body } = await world.clients.reviewer.get<{ items: Application[] }>(`${BASE}/applications?workOrderId=${id}&state=asked`);
    expect(body.items).toMatchObject([{ id: asked.body.id, actions: ['grant', 'refuse'] }]);
    const granted = await world.decide('reviewer', asked.body.id, 'grant');
    expect(granted).toMatchObject({ status: 200, body: { state: 'granted', version: 2, actions: [] } });
    expect(await world.detail(id)).toMatchObject({ state: 'pending', lead: null, version: version + 1 });
    expect(types(await world.told(asked.body.id, 2))).toEqual(['application.asked', 'application.granted']);
    expect(types(await world.told(id, 3))).toEqual(['work-order.opened', 'work-order.dispatched', 'work-order.returned']);
    const words = JSON.stringify(await world.told(asked.body.id, 2));
    expect(words).not.toContain('申请理由');
    expect((await application(asked.body.id)).history).toMatchObject([
      { action: 'ask', reason: '申请理由。' },
      { action: 'grant', reason: '审批意见。' },
    ]);
  });

  it('that is refused leaves the order as it is, is appealed once, and is not asked again', async () => {
    const { id, version } = await newOrder();
    const { body } = await world.ask('housing', id, 'return', RETURN);
    const refused = await world.decide('dispatcher', body.id, 'refuse');
    expect(refused.body).toMatchObject({ state: 'refused', appealUntil: expect.any(String) });
    expect(await world.detail(id)).toMatchObject({ state: 'dispatched', version });
    const again = await world.ask<Problem>('housing', id, 'return', RETURN);
    expect([again.status, again.body.code]).toEqual([409, 'dispatch.application.asked_already']);
    expect((await world.decide<Problem>('urban', body.id, 'appeal')).status).toBe(404);
    expect((await world.decide('housing', body.id, 'appeal')).body).toMatchObject({ state: 'appealed', appealUntil: null });
    expect((await world.decide('reviewer', body.id, 'refuse')).body).toMatchObject({ state: 'refused', appealUntil: null });
    const twice = await world.decide<Problem>('housing', body.id, 'appeal');
    expect([twice.status, twice.body.code]).toEqual([409, 'dispatch.application.appealed_already']);
  });

  it('asked by several at once is taken once, and the others are told why', async () => {
    const { id } = await newOrder();
    const answers = await Promise.all([1, 2, 3, 4].map(() => world.ask<Application & Problem>('housing', id, 'return', RETURN)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const codes = answers.filter(({ status }) => status === 409).map(({ body }) => body.code);
    expect(new Set(codes)).toEqual(new Set(['dispatch.application.open_already']));
  });

  it('granted by two at once happens once', async () => {
    const { id } = await newOrder();
    const { body } = await world.ask('housing', id, 'return', RETURN);
    const answers = await Promise.all((['dispatcher', 'reviewer'] as const).map((who) => world.decide(who, body.id, 'grant')));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(types(await world.told(id, 3))).toEqual(['work-order.opened', 'work-order.dispatched', 'work-order.returned']);
  });

  it('for a return that crosses a reassignment: one of them happens, and the next lead returns nothing that it did not ask for', async () => {
    const givenTo = { leadOrganisation: 'urban-management', reason: '改由城管主办。' };
    for (let round = 0; round < 4; round += 1) {
      const { id } = await newOrder();
      const { body } = await world.ask('housing', id, 'return', RETURN);
      const reassign = () => world.act('dispatcher', id, 'reassign', givenTo);
      const grant = () => world.decide('reviewer', body.id, 'grant');
      const [reassigned, granted] = round === 0 ? [await reassign(), await grant()] : await Promise.all([reassign(), grant()]);
      expect([reassigned.status, granted.status].sort()).toEqual([200, 409]);
      const happened = reassigned.status === 200 ? 'reassigned' : 'returned';
      expect(types(await world.told(id, 3)).at(-1)).toBe(`work-order.${happened}`);
      expect(await world.detail(id)).toMatchObject(
        happened === 'returned' ? { state: 'pending', lead: null } : { state: 'dispatched', lead: { code: 'urban-management' } },
      );
      await eventually(async () => expect((await application(body.id)).state).toBe(happened === 'returned' ? 'granted' : 'lapsed'));
    }
  });

  it('is refused to who is not the lead, and may be withdrawn and asked again by who is', async () => {
    const { id } = await newOrder();
    const notLead = await world.ask<Problem>('urban', id, 'return', RETURN);
    expect([notLead.status, notLead.body.code]).toEqual([403, 'dispatch.work_order.not_lead']);
    const { body } = await world.ask('housing', id, 'return', RETURN);
    expect((await world.decide('housing', body.id, 'withdraw', {})).body).toMatchObject({ state: 'withdrawn', actions: [] });
    expect((await world.ask('housing', id, 'return', RETURN)).status).toBe(201);
  });

  it('is not granted to an order that went on meanwhile, and both stay as they are', async () => {
    const { id } = await newOrder();
    const { body } = await world.ask('housing', id, 'return', RETURN);
    await world.bringTo(id, 'in-progress');
    const late = await world.decide<Problem>('dispatcher', body.id, 'grant');
    expect([late.status, late.body.code]).toEqual([409, 'dispatch.work_order.transition_not_allowed']);
    expect([(await application(body.id)).state, (await world.detail(id)).state]).toEqual(['asked', 'in-progress']);
  });

  it('lapses when its order ends, or is given to another', async () => {
    const [ended, given] = [await workedOn(), await workedOn()];
    const ask = async (id: string) =>
      (await world.ask('housing', id, 'extension', { extendBy: { amount: 1, unit: 'natural_day' } })).body.id;
    const [one, other] = [await ask(ended.id), await ask(given.id)];
    await world.act('dispatcher', ended.id, 'terminate', { reasonCode: 'duplicate', reason: '重复' });
    await world.act('dispatcher', given.id, 'reassign', { leadOrganisation: 'urban-management', reason: '改由城管主办。' });
    for (const id of [one, other]) await eventually(async () => expect((await application(id)).state).toBe('lapsed'));
    expect(types(await world.told(one, 2))).toEqual(['application.asked', 'application.lapsed']);
  });

  it('that nobody decided in time is told once as an alarm, and nothing is granted', async () => {
    const { id } = await newOrder();
    const { body } = await world.ask('housing', id, 'return', RETURN);
    await world.stack.sql('dispatch', `update application set due_at = now() - interval '1 minute' where id = $1`, [body.id]);
    await eventually(async () => expect(types(await world.told(body.id, 2))).toEqual(['application.asked', 'application.reminded']));
    expect(await application(body.id)).toMatchObject({ state: 'asked', overdue: true, version: 2 });
    const { body: late } = await world.clients.dispatcher.get<{ items: Application[] }>(`${BASE}/applications?overdue=true`);
    expect(late.items.map((item) => item.id)).toContain(body.id);
    expect((await world.detail(id)).state).toBe('dispatched');
  });

  it('is hidden from whom the request names since it was corrected, and lies where the order lies', async () => {
    const requestId = newId();
    const facts = { ...EVENTS['intake.request.registered.v1'].example, requestId, receivedAt: new Date().toISOString() };
    await world.register(facts);
    const { id, lead } = await world.orderOf(requestId);
    const { body } = await world.ask('housing', id, 'return', RETURN);
    const moved = { areaCode: '230903012001', barredOrganisationIds: [lead?.id as string], corrected: ['area'] };
    await world.stack.publish(
      'intake.request.corrected.v1',
      { id: requestId, version: 2 },
      { ...facts, ...moved, at: new Date().toISOString() },
    );
    await eventually(async () => expect((await application(body.id)) as unknown).toMatchObject({ areaCode: '230903012001' }));
    expect((await world.clients.housing.get(`${BASE}/applications/${body.id}`)).status).toBe(404);
    expect((await world.clients.outsider.get(`${BASE}/applications/${body.id}`)).status).toBe(200);
  });

  it('loses its words when the request is erased', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    const { body } = await world.ask('housing', id, 'return', RETURN);
    await world.stack.publish(
      'intake.request.erased.v1',
      { id: requestId, version: 2 },
      { ...EVENTS['intake.request.erased.v1'].example, requestId, at: new Date().toISOString() },
    );
    await eventually(async () => expect((await application(body.id)).history.map(({ reason }) => reason)).toEqual([null]));
  });

  it('for a reassignment names who leads next, who may not return it', async () => {
    const { id } = await workedOn();
    const { body } = await world.ask('housing', id, 'reassignment');
    const unnamed = await world.decide<Problem>('dispatcher', body.id, 'grant');
    expect([unnamed.status, unnamed.body.code]).toEqual([422, 'dispatch.application.lead_wanted']);
    const same = await world.decide<Problem>('dispatcher', body.id, 'grant', { reason: '同意。', leadOrganisation: 'housing-bureau' });
    expect(same.body.code).toBe('dispatch.work_order.same_lead');
    await world.decide('dispatcher', body.id, 'grant', { reason: '改由城管主办。', leadOrganisation: 'urban-management' });
    expect(await world.detail(id)).toMatchObject({
      state: 'dispatched',
      lead: { code: 'urban-management' },
      routeReason: { code: 'designated' },
    });
    expect((await world.ask<Problem>('urban', id, 'return', RETURN)).body.code).toBe('dispatch.work_order.designated');
  });

  it('for a termination ends the order, and for an exclusion is told and can be revoked', async () => {
    const ended = await workedOn();
    await world.granted('housing', ended.id, 'termination', { reasonCode: 'not-cooperating' });
    expect((await world.detail(ended.id)).state).toBe('terminated');
    const { id, version } = await workedOn();
    const excluded = await world.granted('housing', id, 'exclusion', { reasonCode: 'unreasonable' });
    expect((await world.detail(id)).version).toBe(version);
    expect((await world.decide('reviewer', excluded.id, 'revoke')).body).toMatchObject({ state: 'revoked' });
    expect(types(await world.told(excluded.id, 3))).toEqual(['application.asked', 'application.granted', 'application.revoked']);
  });
});

describe('an order that goes around', () => {
  it('names who accepted it first, while nobody has it and when another does', async () => {
    const { id } = await world.orderOf(await world.register());
    const first = async () => (await world.detail(id)).firstReceiver?.code ?? null;
    expect(await first()).toBeNull();
    await world.bringTo(id, 'accepted');
    expect(await first()).toBe('housing-bureau');
    expect(await world.returned('housing', id)).toMatchObject({ state: 'pending', lead: null, firstReceiver: { code: 'housing-bureau' } });
    const given = { leadOrganisation: 'urban-management', reason: '属城管职责。' };
    expect((await world.clients.dispatcher.post(`${BASE}/work-orders/${id}/dispatch`, given)).status).toBe(200);
    expect((await world.clients.urban.post(`${BASE}/work-orders/${id}/accept`)).status).toBe(200);
    expect(await world.detail(id)).toMatchObject({ lead: { code: 'urban-management' }, firstReceiver: { code: 'housing-bureau' } });
  });

  it('is not given by the list any more once two leads returned it: the centre designates, and that lead may not return it', async () => {
    await world.put('/responsibilities/waste', { categoryPrefix: '0301', areaPrefix: '', leadOrganisation: 'urban-management' });
    const requestId = newId();
    const facts = { ...EVENTS['intake.request.registered.v1'].example, requestId, receivedAt: new Date().toISOString() };
    await world.register(facts);
    let version = 1;
    const correct = (categoryCode: string) =>
      world.stack.publish(
        'intake.request.corrected.v1',
        { id: requestId, version: ++version },
        { ...facts, categoryCode, corrected: ['category'], at: new Date().toISOString() },
      );
    const { id } = await world.orderOf(requestId);
    await world.returned('housing', id);
    await correct('030101');
    await world.orderOf(requestId, ({ lead }) => lead?.code === 'urban-management');
    await world.returned('urban', id);
    await correct('010203');
    await eventually(async () => expect(await world.detail(id)).toMatchObject({ state: 'pending', categoryCode: '010203' }));
    await world.act('dispatcher', id, 'dispatch', { leadOrganisation: 'housing-bureau', reason: '经会商由住建局主办。' });
    expect((await world.ask<Problem>('housing', id, 'return', RETURN)).body.code).toBe('dispatch.work_order.designated');
  });
});

describe('an extension', () => {
  it('counts from where the time to answer ended, is granted once in a round, and is explained', async () => {
    const { id, due } = await workedOn();
    await world.granted('housing', id, 'extension', { extendBy: { amount: 2, unit: 'natural_day' } });
    const after = await world.detail(id);
    expect(Date.parse(after.due.feedbackBy as string) - Date.parse(due.feedbackBy as string)).toBe(2 * DAY);
    const again = await world.ask<Problem>('housing', id, 'extension', { extendBy: { amount: 1, unit: 'natural_day' } });
    expect([again.status, again.body.code]).toEqual([409, 'dispatch.application.asked_already']);
    const { body } = await world.clients.housing.get<Order['deadline'] & { dueAt: string; paused: boolean }>(
      `${BASE}/work-orders/${id}/due-explanation`,
    );
    expect(body).toMatchObject({ dueAt: after.due.feedbackBy, paused: false, steps: [{ kind: 'granted' }, { kind: 'extended' }] });
    expect(body.steps[1]?.zh).toContain('延期 2 个自然日');
    expect(body.steps[1]?.en).toContain('Extended by 2 natural days');
  });

  it('is not asked of an order whose time to answer is over', async () => {
    const receivedAt = new Date(Date.now() - 8 * DAY - 3_600_000).toISOString();
    const { id } = await newOrder({ receivedAt });
    await world.bringTo(id, 'in-progress');
    const expired = await world.ask<Problem>('housing', id, 'extension', { extendBy: { amount: 5, unit: 'natural_day' } });
    expect([expired.status, expired.body.code]).toEqual([409, 'dispatch.application.expired']);
  });
});
