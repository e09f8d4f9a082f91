import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Order } from './dispatch-world.js';

let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world?.stop());

const becomes = (id: string, wanted: object) => eventually(async () => expect(await world.detail(id)).toMatchObject(wanted));
const ordersOf = async (requestId: string) =>
  (await world.clients.dispatcher.get<{ items: Order[] }>(`/api/dispatch/v1/work-orders?requestId=${requestId}`)).body.items;

/** A request, or a part of one, as intake tells of it: each call is its next event. */
class Told {
  readonly id = newId();
  readonly number: string;
  private version = 1;

  private constructor(private readonly parentId?: string) {
    this.number = `N-${this.id.slice(-12)}`;
  }

  static async registered(whole?: Told): Promise<Told> {
    const request = new Told(whole?.id);
    const parent = whole && { parentId: whole.id };
    await world.register({ ...parent, requestId: request.id, number: request.number });
    return request;
  }

  /** What it is, as its event says of one that its requester asked for again. */
  get facts() {
    return { number: this.number, categoryCode: '010203', urgency: 'normal' as const, receivedAt: new Date().toISOString() };
  }
  order(): Promise<Order> {
    return world.orderOf(this.id, ({ state }) => state !== 'terminated');
  }
  divided(...parts: readonly Told[]): Promise<unknown> {
    return world.stack.publish('intake.request.divided.v1', this.next(), { ...this.step(), partIds: parts.map(({ id }) => id) });
  }
  closed(): Promise<unknown> {
    return world.stack.publish('intake.request.closed.v1', this.next(), this.step());
  }
  reopened(round: number, more: Partial<EventData<'intake.request.reopened.v1'>>): Promise<unknown> {
    return world.stack.publish('intake.request.reopened.v1', this.next(), { ...this.step(), round, ...more });
  }

  private next() {
    this.version += 1;
    return { id: this.id, version: this.version };
  }
  private step() {
    const parent = this.parentId === undefined ? {} : { parentId: this.parentId };
    return { ...parent, requestId: this.id, areaCode: AREA, kind: 'complaint' as const, at: new Date().toISOString() };
  }
}

/** A divided request, and two parts of it with their orders. */
async function divided() {
  const whole = await Told.registered();
  const { id: ended } = await whole.order();
  const parts = [await Told.registered(whole), await Told.registered(whole)] as const;
  await whole.divided(...parts);
  await becomes(ended, { state: 'terminated' });
  return { whole, ended, parts, orders: [(await parts[0].order()).id, (await parts[1].order()).id] as const };
}

describe('the order of a request that is divided', () => {
  it('ends and is not dispatched again; each part has an order by the list', async () => {
    const { ended, orders } = await divided();
    const order = await world.detail(ended);
    expect(order).toMatchObject({ state: 'terminated', actions: [] });
    expect(order.history.at(-1)).toMatchObject({ action: 'terminate', reasonCode: 'divided' });
    for (const id of orders) expect(await world.detail(id)).toMatchObject({ state: 'dispatched', lead: { code: 'housing-bureau' } });
  });

  it('is not followed by another when the parts are handled again, whoever asked for that', async () => {
    const { whole } = await divided();
    await whole.reopened(2, { cause: 'callback', isDivided: true });
    await whole.reopened(3, { cause: 'requester', isDivided: true, ...whole.facts });
    await whole.closed();
    await (await Told.registered()).order(); // heard after them
    expect((await ordersOf(whole.id)).map(({ state }) => state)).toEqual(['terminated']);
  });
});

describe('the order of a part', () => {
  it('is closed or reworked as intake tells of the part; the callback of the whole alone does neither', async () => {
    const { whole, parts, orders } = await divided();
    const [solved, unsolved] = parts;
    for (const id of orders) await world.bringTo(id, 'approved');
    await world.callBack(whole.id, 1, 'rework');
    await solved.closed();
    await unsolved.reopened(2, { cause: 'callback' });
    await becomes(orders[0], { state: 'closed' });
    await becomes(orders[1], { state: 'in-progress', round: 2 });
    const { history } = await world.detail(orders[1]);
    expect(history.at(-1)).toMatchObject({ action: 'rework', reasonCode: 'requester-not-content' });
    await world.reportParts(orders[1]);
    const reply = { result: 'solved', text: '已更换线路。' };
    expect((await world.act('housing', orders[1], 'reply', reply)).status).toBe(200);
    expect((await world.act('reviewer', orders[1], 'approve', { publicAnswer: '路灯线路已更换。' })).status).toBe(200);
    await unsolved.closed();
    await becomes(orders[1], { state: 'closed' });
  });

  it('that was closed is done again when the requester asks for it', async () => {
    const { parts, orders } = await divided();
    await world.bringTo(orders[0], 'approved');
    await parts[0].closed();
    await becomes(orders[0], { state: 'closed' });
    await parts[0].reopened(2, { cause: 'requester', ...parts[0].facts });
    await becomes(orders[0], { state: 'in-progress', round: 2 });
  });

  it('of a request that was not divided is left to its callback', async () => {
    const request = await Told.registered();
    const { id } = await request.order();
    await world.bringTo(id, 'approved');
    await request.closed();
    await (await Told.registered()).order(); // heard after it
    expect(await world.detail(id)).toMatchObject({ state: 'approved' });
  });
});
