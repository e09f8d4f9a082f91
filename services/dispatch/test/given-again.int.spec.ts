import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { eventually } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

jest.setTimeout(30_000); // what is retried comes back after seconds
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world.stop());
const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.')[2]);

describe('a request', () => {
  it('that nobody is named for waits for a dispatcher, whose designation may not be returned', async () => {
    const requestId = await world.register({ categoryCode: '990101' });
    const { id, state } = await world.orderOf(requestId);
    expect(state).toBe('pending');
    const input = {
      leadOrganisation: 'housing-bureau',
      coOrganisations: ['bei-an-street'],
      reason: '职责清单未列明，经会商由住建局主办。',
    };
    const dispatched = await world.act('dispatcher', id, 'dispatch', input);
    expect(dispatched).toMatchObject({
      status: 200,
      body: {
        state: 'dispatched',
        routeReason: { code: 'designated' },
        actions: ['reassign', 'change-co-handlers', 'escalate', 'terminate'],
      },
    });
    const refused = await world.ask('housing', id, 'return', { reasonCode: 'not-our-duty' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.designated' } });
    expect(types(await world.told(id, 2))).toEqual(['opened', 'dispatched']);
  });

  it('returned in time goes back to the dispatcher and out of the former lead’s sight', async () => {
    const { id, lead } = await world.orderOf(await world.register());
    expect(await world.returned('housing', id)).toMatchObject({ state: 'pending', version: 3, lead: null });
    expect((await world.told(id, 3))[2]).toMatchObject({
      type: 'dispatch.work-order.returned.v1',
      data: { reasonCode: 'not-our-duty', leadOrganisationId: lead?.id },
    });
    expect((await world.clients.housing.get(`/api/dispatch/v1/work-orders/${id}`)).status).toBe(404);
    const again = await world.act('dispatcher', id, 'dispatch', { leadOrganisation: 'urban-management', reason: '改由城管主办。' });
    expect(again.body).toMatchObject({ state: 'dispatched', lead: { code: 'urban-management' } });
    expect((await world.act('urban', id, 'accept')).body.state).toBe('accepted');
  });

  it('whose order was terminated is dispatched again by the centre: by a new order, once, while no clerk has settled it', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    await world.bringTo(id, 'approved');
    await world.callBack(requestId, 1, 'rework');
    await world.orderOf(requestId, ({ round, state }) => round === 2 && state === 'in-progress');
    const again = { leadOrganisation: 'urban-management', reason: '原主办单位撤销，改由城管主办。' };
    const early = await world.act('dispatcher', id, 'dispatch-again', again);
    expect(early).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.not_dispatched_again' } });
    const ended = await world.act('dispatcher', id, 'terminate', { reasonCode: 'cannot-be-verified', reason: '改派' });
    expect(ended.body).toMatchObject({ actions: ['dispatch-again'], due: { step: expect.any(String), overdue: false } });

    expect((await world.act('housing', id, 'dispatch-again', again)).status).toBe(403);
    const answers = await Promise.all([1, 2, 3].map(() => world.act<Order & Problem>('dispatcher', id, 'dispatch-again', again)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('dispatch.work_order.stands_already');
    const second = answers.find(({ status }) => status === 200)?.body as Order;
    expect(second).toMatchObject({
      state: 'dispatched',
      round: 2,
      lead: { code: 'urban-management' },
      routeReason: { code: 'designated' },
    });
    expect(second.id).not.toBe(id);
    expect(types(await world.told(second.id, 2))).toEqual(['opened', 'dispatched']);
    const replaced = await world.detail(id);
    expect(replaced.state).toBe('terminated');
    expect(replaced.due.step).toBeNull();

    await world.stack.publish('intake.request.answered.v1', { id: requestId, version: 2 }, settled(requestId));
    await world.orderOf(requestId, (order) => order.id === second.id && order.state === 'terminated');
    const late = await world.act('dispatcher', second.id, 'dispatch-again', again);
    expect(late).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.not_dispatched_again' } });
  });

  it('that a clerk settles after its order was terminated is not dispatched again', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    await world.act('dispatcher', id, 'terminate', { reasonCode: 'duplicate', reason: '重复' });
    await world.stack.publish('intake.request.answered.v1', { id: requestId, version: 2 }, settled(requestId));
    await eventually(async () => expect((await world.detail(id)).actions).toEqual([]));
    expect((await world.detail(id)).due.step).toBeNull();
  });

  const settled = (requestId: string) => ({ ...EVENTS['intake.request.answered.v1'].example, requestId });

  it('whose time is nearly over tells that its lamp is yellow, once', async () => {
    const requestId = await world.register({ receivedAt: new Date(Date.now() - 6 * 86_400_000 - 3_600_000 * 20).toISOString() });
    const { id, due } = await world.orderOf(requestId);
    expect(due).toMatchObject({ lamp: 'yellow', overdue: false });
    const [, , warned] = await world.told(id, 3);
    expect(warned).toMatchObject({ type: 'dispatch.work-order.warned.v1', version: 3, data: { lamp: 'yellow' } });
    await world.bringTo(id, 'accepted');
    expect(types(await world.told(id, 4))).toEqual(['opened', 'dispatched', 'warned', 'accepted']);
  });

  it('long overdue is shown in the overdue list, and its lead gets the card that is due', async () => {
    const requestId = await world.register({ receivedAt: new Date(Date.now() - 60 * 86_400_000).toISOString() });
    const { id, due } = await world.orderOf(requestId);
    expect(due).toMatchObject({ lamp: 'red' });
    const [, , reminded] = await world.told(id, 3);
    expect(reminded).toMatchObject({ type: 'dispatch.work-order.reminded.v1', version: 3, data: { level: 'red' } });
    await world.bringTo(id, 'accepted');
    const { body } = await world.clients.dispatcher.get<{ items: { id: string }[] }>('/api/dispatch/v1/work-orders?overdue=true');
    expect(body.items.map((item) => item.id)).toContain(id);
  });
});
