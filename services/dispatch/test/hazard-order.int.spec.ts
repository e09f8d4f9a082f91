import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, DispatchWorld } from './dispatch-world.js';

jest.setTimeout(30_000); // what is retried comes back after seconds
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world.stop());
const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.')[2]);

describe('a hazard handed over', () => {
  const hazard = (hazardId: string) => ({
    ...EVENTS['inspection.hazard.transferred.v1'].example,
    hazardId,
    areaCode: AREA,
    at: new Date().toISOString(),
  });

  it('becomes an order that closes with its approval, and comes back when the recheck fails', async () => {
    const hazardId = newId();
    await world.stack.publish(
      'inspection.hazard.found.v1',
      { id: hazardId, version: 1 },
      { ...EVENTS['inspection.hazard.found.v1'].example, hazardId },
    );
    await world.stack.publish('inspection.hazard.transferred.v1', { id: hazardId, version: 2 }, hazard(hazardId));
    const { id } = await world.orderOf(hazardId);
    expect(await world.bringTo(id, 'approved')).toMatchObject({ state: 'closed', type: 'hazard-rectification', version: 7 });
    expect(types(await world.told(id, 7))).toEqual(['opened', 'dispatched', 'accepted', 'started', 'replied', 'approved', 'closed']);
    await world.stack.publish(
      'inspection.hazard.rectified.v1',
      { id: hazardId, version: 3 },
      { ...EVENTS['inspection.hazard.rectified.v1'].example, hazardId },
    );
    await world.stack.publish(
      'inspection.hazard.failed.v1',
      { id: hazardId, version: 4 },
      { ...EVENTS['inspection.hazard.failed.v1'].example, hazardId },
    );
    expect(await world.orderOf(hazardId, ({ state }) => state === 'in-progress')).toMatchObject({ round: 2, version: 8 });
  });
});

describe('events out of order', () => {
  it('a callback heard before its order is approved waits for the approval', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    await world.bringTo(id, 'replied');
    await world.callBack(requestId, 1, 'closed');
    await eventually(() => expect(world.stack.logs('dispatch')).toContain('not approved in round 1'));
    await world.act('reviewer', id, 'approve', { publicAnswer: '已处理完毕。' });
    await world.orderOf(requestId, ({ state }) => state === 'closed');
  });

  it('a withdrawal heard before its request is held back until the request is there', async () => {
    const requestId = newId();
    const example = EVENTS['intake.request.withdrawn.v1'].example;
    await world.stack.publish('intake.request.withdrawn.v1', { id: requestId, version: 2 }, { ...example, requestId });
    const data = { ...EVENTS['intake.request.registered.v1'].example, requestId };
    await world.stack.publish('intake.request.registered.v1', { id: requestId, version: 1 }, data);
    await world.orderOf(requestId, ({ state }) => state === 'terminated');
  });
});
