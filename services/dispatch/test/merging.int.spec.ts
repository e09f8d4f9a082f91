import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Order } from './dispatch-world.js';

interface Shown extends Order {
  linkedOrderId: string | null;
  mergedCount: number;
  merged: { requestId: string; number: string; mergedAt: string }[];
}

let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world?.stop());

/** A request as intake tells of it: each call is its next event. */
class Told {
  readonly id = newId();
  readonly number = `N-${this.id.slice(-12)}`;
  private version = 1;
  private facts: Partial<EventData<'intake.request.registered.v1'>> = {};

  static async registered(changes: Partial<EventData<'intake.request.registered.v1'>> = {}): Promise<Told> {
    const request = new Told();
    request.facts = changes;
    await world.register({ ...changes, requestId: request.id, number: request.number });
    return request;
  }

  order(is: (order: Order) => boolean = () => true): Promise<Order> {
    return world.orderOf(this.id, is);
  }
  mergedInto(main: Told): Promise<unknown> {
    const data = { ...this.step(), number: this.number, mainRequestId: main.id };
    return world.stack.publish('intake.request.merged.v1', this.next(), data);
  }
  splitOff(main: Told, takesOver = false): Promise<unknown> {
    return world.stack.publish('intake.request.split-off.v1', this.next(), { ...this.step(), mainRequestId: main.id, takesOver });
  }
  withdrawn(): Promise<unknown> {
    return world.stack.publish('intake.request.withdrawn.v1', this.next(), this.step());
  }

  private next() {
    this.version += 1;
    return { id: this.id, version: this.version };
  }
  private step() {
    return { requestId: this.id, areaCode: AREA, kind: this.facts.kind ?? ('complaint' as const), at: new Date().toISOString() };
  }
}

const detail = async (id: string) => (await world.detail(id)) as Shown;
const becomes = (id: string, wanted: object) => eventually(async () => expect(await detail(id)).toMatchObject(wanted));
const ordersOf = async (request: Told) => {
  const { body } = await world.clients.dispatcher.get<{ items: Shown[] }>(`/api/dispatch/v1/work-orders?requestId=${request.id}`);
  return body.items;
};
const isOpen = ({ state }: Order) => state !== 'terminated';

/** A main request with its order, and so many others that are merged into it. */
async function merged(count: number) {
  const main = await Told.registered();
  const { id } = await main.order();
  const members = await Promise.all(Array.from({ length: count }, () => Told.registered()));
  const ended = [];
  for (const member of members) {
    ended.push((await member.order()).id);
    await member.mergedInto(main);
  }
  await becomes(id, { mergedCount: count });
  return { main, id, members, ended };
}

describe('the order of a request that is merged', () => {
  it('ends and is not dispatched again; that of the main request says how many ask, and which', async () => {
    const { id, members, ended } = await merged(2);
    for (const one of ended) {
      const order = await detail(one);
      expect(order).toMatchObject({ state: 'terminated', mergedCount: 0, merged: [], actions: [] });
      expect(order.history.at(-1)).toMatchObject({ action: 'terminate', reasonCode: 'merged' });
    }
    const { merged: shown } = await detail(id);
    expect(shown.map(({ requestId, number }) => [requestId, number]).sort()).toEqual(members.map((one) => [one.id, one.number]).sort());
    expect((await world.clients.housing.get<Shown>(`/api/dispatch/v1/work-orders/${id}`)).body.mergedCount).toBe(2);
  });

  it('ends too while somebody works on it, and when its answer was released in the same moment', async () => {
    const main = await Told.registered();
    const [working, answered] = [await Told.registered(), await Told.registered()];
    const [first, second] = [(await working.order()).id, (await answered.order()).id];
    await world.bringTo(first, 'in-progress');
    await world.bringTo(second, 'approved');
    await working.mergedInto(main);
    await answered.mergedInto(main);
    await Promise.all([becomes(first, { state: 'terminated' }), becomes(second, { state: 'terminated' })]);
  });

  it('of a dispute there is none: it is counted with the main request all the same', async () => {
    const main = await Told.registered();
    const { id } = await main.order();
    const dispute = await Told.registered({ kind: 'dispute' });
    await dispute.mergedInto(main);
    await becomes(id, { mergedCount: 1, merged: [expect.objectContaining({ number: dispute.number })] });
    await dispute.splitOff(main);
    await becomes(id, { mergedCount: 0 });
    expect(await ordersOf(dispute)).toEqual([]);
  });
});

describe('a request that is split off', () => {
  it('has another order, by the list and with the clock since it was taken in; the one that ended stays ended', async () => {
    const { main, id, members, ended } = await merged(2);
    const [one] = members as [Told, Told];
    await one.splitOff(main);
    const order = (await one.order(isOpen)) as Shown;
    expect(order).toMatchObject({ state: 'dispatched', lead: { code: 'housing-bureau' }, round: 1, linkedOrderId: null });
    expect(order.due.feedbackBy).toBe((await detail(ended[0] ?? '')).due.feedbackBy);
    await becomes(id, { mergedCount: 1 });
    expect(await detail(ended[0] ?? '')).toMatchObject({ state: 'terminated', actions: [] });
  });

  it('in the place of a main request that was withdrawn, has the others with its order, whatever is heard first', async () => {
    const { main, id, members } = await merged(3);
    const [oldest, , last] = members as [Told, Told, Told];
    await oldest.splitOff(main, true);
    await main.withdrawn();
    const order = await oldest.order(isOpen);
    await becomes(order.id, { state: 'dispatched', mergedCount: 2 });
    await becomes(id, { state: 'terminated' });
    const late = await Told.registered();
    await late.mergedInto(main); // as when it was merged in the moment of the withdrawal
    await becomes(order.id, { mergedCount: 3 });
    await last.withdrawn();
    await becomes(order.id, { mergedCount: 2 });
  });

  it('leaves the members of a main request that is merged itself with the one that it was merged into', async () => {
    const { main } = await merged(2);
    const top = await Told.registered();
    const { id } = await top.order();
    await main.mergedInto(top);
    await becomes(id, { mergedCount: 3 });
  });
});

describe('the callback of a merged request', () => {
  it('closes nothing: the order of the main request goes by the callback of that alone', async () => {
    const { main, id, members } = await merged(2);
    await world.bringTo(id, 'approved');
    const [happy, unhappy] = members as [Told, Told];
    await world.callBack(happy.id, 1, 'closed');
    await world.callBack(unhappy.id, 1, 'rework');
    await unhappy.order(isOpen);
    expect(await detail(id)).toMatchObject({ state: 'approved', round: 1 });
    await world.callBack(main.id, 1, 'closed');
    await becomes(id, { state: 'closed' });
    expect((await ordersOf(happy)).map(({ state }) => state)).toEqual(['terminated']);
  });

  it('that is unhappy opens an order of its own: round two, the whole limit from now, linked to the order that answered', async () => {
    const { id, members, ended } = await merged(1);
    const [unhappy] = members as [Told];
    await world.bringTo(id, 'approved');
    await world.callBack(unhappy.id, 1, 'rework');
    const order = (await unhappy.order(isOpen)) as Shown;
    expect(order).toMatchObject({ state: 'dispatched', round: 2, linkedOrderId: id, lead: { code: 'housing-bureau' } });
    expect(Date.parse(order.due.feedbackBy as string)).toBeGreaterThanOrEqual(
      Date.parse((await detail(ended[0] ?? '')).due.feedbackBy as string),
    );
    await world.bringTo(order.id, 'approved');
    await world.callBack(unhappy.id, 2, 'closed');
    await becomes(order.id, { state: 'closed' });
    expect(await ordersOf(unhappy)).toHaveLength(2);
  });

  it('opens nothing when the main request itself is unhappy: its order is reworked', async () => {
    const { main, id, members } = await merged(1);
    await world.bringTo(id, 'approved');
    await world.callBack(main.id, 1, 'rework');
    await becomes(id, { state: 'in-progress', round: 2 });
    expect(await ordersOf(main)).toHaveLength(1);
    expect(await ordersOf(members[0] as Told)).toHaveLength(1);
  });

  it('of a main request that has none of its own any more opens none', async () => {
    const lonely = await Told.registered();
    const { id } = await lonely.order();
    await lonely.withdrawn();
    await becomes(id, { state: 'terminated' });
    await world.callBack(lonely.id, 1, 'rework');
    const marker = await Told.registered();
    await marker.order();
    expect(await ordersOf(lonely)).toHaveLength(1);
  });

  it('is told once of the new order, with the event of its opening and of its dispatching', async () => {
    const { id, members } = await merged(1);
    const [unhappy] = members as [Told];
    await world.bringTo(id, 'approved');
    await world.callBack(unhappy.id, 1, 'rework');
    const order = await unhappy.order(isOpen);
    const types = (await world.told(order.id, 2)).map(({ type }) => type);
    expect(types).toEqual(['dispatch.work-order.opened.v1', 'dispatch.work-order.dispatched.v1']);
  });
});
