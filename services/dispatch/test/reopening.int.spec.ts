import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { DispatchWorld, type Order } from './dispatch-world.js';

type Reopened = EventData<'intake.request.reopened.v1'>;

let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world?.stop());

const ordersOf = async (requestId: string) =>
  (await world.clients.dispatcher.get<{ items: Order[] }>(`/api/dispatch/v1/work-orders?requestId=${requestId}`)).body.items;
const TEXT = { title: '路灯不亮', text: '3号楼前。', place: null, point: null };

/** The requester asks for it again. */
async function askAgain(requestId: string, version: number, changes: Partial<Reopened> = {}): Promise<void> {
  const { fileIds: _, ...facts } = { fileIds: undefined, ...EVENTS['intake.request.registered.v1'].example };
  const at = new Date().toISOString();
  const receivedAt = new Date(Date.now() - 20 * 86_400_000).toISOString();
  const data = { ...facts, requestId, receivedAt, at, round: 2, cause: 'requester', sealedText: world.sealed(requestId, TEXT), ...changes };
  await world.stack.publish('intake.request.reopened.v1', { id: requestId, version }, data as Reopened);
}
const settle = (requestId: string, type: 'answered' | 'declined') => {
  const data = { ...EVENTS['intake.request.declined.v1'].example, requestId };
  const { reasonCode: _, ...moment } = data;
  return type === 'declined'
    ? world.stack.publish('intake.request.declined.v1', { id: requestId, version: 2 }, data)
    : world.stack.publish('intake.request.answered.v1', { id: requestId, version: 2 }, moment);
};

describe('the order of a request that its requester has handled again', () => {
  it('is done again in the next round when it was closed, and waits until it is', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    await world.bringTo(id, 'approved');
    await askAgain(requestId, 2); // intake heard of the callback first
    await world.callBack(requestId, 1, 'closed');
    await eventually(async () => expect(await world.detail(id)).toMatchObject({ state: 'in-progress', round: 2 }));
    const actions = (await world.detail(id)).history.map(({ action, reasonCode }) => [action, reasonCode]);
    expect(actions.slice(-2)).toEqual([
      ['close', null],
      ['rework', 'requester-asked-again'],
    ]);
    expect(await ordersOf(requestId)).toHaveLength(1);
  });

  it('that was terminated stays so: another is opened for the same lead, whole limits from now, and closed by the callback of its round', async () => {
    const requestId = await world.register({ receivedAt: new Date(Date.now() - 20 * 86_400_000).toISOString() });
    const first = await world.orderOf(requestId);
    await settle(requestId, 'answered');
    await world.orderOf(requestId, ({ state }) => state === 'terminated');
    await askAgain(requestId, 3);
    const next = await world.orderOf(requestId, ({ state }) => state === 'dispatched');
    expect(next).toMatchObject({ round: 2, lead: { code: 'housing-bureau' } });
    expect(next.id).not.toBe(first.id);
    expect(Date.parse(next.due.feedbackBy as string)).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    expect(await world.detail(first.id)).toMatchObject({ state: 'terminated', due: { step: null } });
    await world.bringTo(next.id, 'approved');
    await world.callBack(requestId, 2, 'closed');
    await world.orderOf(requestId, ({ id, state }) => id === next.id && state === 'closed');
  });

  it('goes to whom the centre had designated, and never to a lead that is complained about since', async () => {
    const requestId = await world.register({ categoryCode: '990101' });
    const { id } = await world.orderOf(requestId);
    const { body } = await world.act('dispatcher', id, 'dispatch', { leadOrganisation: 'urban-management', reason: '指定' });
    const lead = body.lead?.id as string;
    await settle(requestId, 'declined');
    await world.orderOf(requestId, ({ state }) => state === 'terminated');
    await askAgain(requestId, 3, { categoryCode: '990101' });
    await world.orderOf(requestId, ({ state, lead: whose }) => state === 'dispatched' && whose?.code === 'urban-management');
    const other = await world.register({ categoryCode: '990101' });
    const order = await world.orderOf(other);
    await world.act('dispatcher', order.id, 'dispatch', { leadOrganisation: 'urban-management', reason: '指定' });
    await settle(other, 'declined');
    await world.orderOf(other, ({ state }) => state === 'terminated');
    await askAgain(other, 3, { categoryCode: '990101', barredOrganisationIds: [lead] });
    await world.orderOf(other, ({ state, lead: whose }) => state === 'pending' && !whose);
  });

  it('is opened with the words of the request when there never was one', async () => {
    const requestId = newId();
    await askAgain(requestId, 1);
    const order = await world.orderOf(requestId, ({ state }) => state === 'dispatched');
    expect(await world.detail(order.id)).toMatchObject({ round: 2, matter: TEXT, lead: { code: 'housing-bureau' } });
  });

  it('is left to the callback when that is what asks, and a dispute has none', async () => {
    const asked = newId();
    await askAgain(asked, 1, { cause: 'callback' });
    const dispute = newId();
    await askAgain(dispute, 1, { kind: 'dispute' });
    const last = newId();
    await askAgain(last, 1);
    await world.orderOf(last);
    expect([await ordersOf(asked), await ordersOf(dispute)]).toEqual([[], []]);
  });
});
