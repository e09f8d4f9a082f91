import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Order } from './dispatch-world.js';

interface Repair extends Order {
  type: string;
  mayAsk: string[];
  facilityFault: { servicePointCode: string; facility: string; note: string | null } | null;
}

let world: DispatchWorld;
let operator: HttpClient;
let operatorId: string;
let reviewer: HttpClient;
beforeAll(async () => {
  world = await DispatchWorld.start();
  // A community, which the list gives nothing: it runs the service point.
  operatorId = (await world.put<{ id: string }>('/organisations/run-by', { name: '学府社区', kind: 'community', areaCode: AREA })).id;
  const scopes = ['dispatch:read', 'dispatch:write'];
  operator = world.stack.http('dispatch', await world.stack.token({ scopes, clientId: 'run-by', roles: ['handler'], org: 'run-by' }));
  reviewer = world.stack.http('dispatch', await world.stack.token({ scopes, clientId: 'reviewer', roles: ['reviewer'], area: '230903' }));
}, 120_000);
afterAll(() => world.stop());

/** A fault that somebody of the staff has found so. */
async function confirmed(facilityFaultId = newId(), version = 2): Promise<string> {
  const at = new Date().toISOString();
  const fault = { facilityFaultId, servicePointCode: 'nuanfeng-01', facility: 'microwave', areaCode: AREA, at } as const;
  if (version === 2) await world.stack.publish('intake.facility-fault.reported.v1', { id: facilityFaultId, version: 1 }, fault);
  await world.stack.publish(
    'intake.facility-fault.confirmed.v1',
    { id: facilityFaultId, version },
    {
      ...fault,
      ...{
        organisationId: operatorId,
        categoryCode: '010203',
        name: '学府街暖蜂驿站',
        place: '学府街12号',
        note: '不加热',
        finderId: 'keeper',
      },
    },
  );
  return facilityFaultId;
}
const on = (who: HttpClient, id: string, action: string, body: object = {}) =>
  who.post<Repair>(`/api/dispatch/v1/work-orders/${id}/${action}`, body);

/** The orders of a fault, the newest first. */
const ordersOf = async (faultId: string): Promise<Repair[]> => {
  const { body } = await operator.get<{ items: (Repair & { sourceId: string })[] }>('/api/dispatch/v1/work-orders?limit=100');
  return body.items.filter(({ sourceId }) => sourceId === faultId);
};
async function orderOf(faultId: string): Promise<Repair> {
  let found: Repair | undefined;
  await eventually(async () => {
    [found] = await ordersOf(faultId);
    expect(found).toBeDefined();
  });
  return found as Repair;
}

describe('an order to mend what is broken at a service point', () => {
  it('is given to who runs the service point, whatever the responsibility list says of its category', async () => {
    const order = await orderOf(await confirmed());
    expect(order).toMatchObject({
      ...{ type: 'facility-fault', state: 'dispatched', lead: { code: 'run-by' }, sourceNumber: null },
      facilityFault: {
        servicePointCode: 'nuanfeng-01',
        name: '学府街暖蜂驿站',
        place: '学府街12号',
        facility: 'microwave',
        note: '不加热',
      },
    });
    expect(order.mayAsk).toContain('return');
  });

  it('is closed by the approval of its answer: nobody is asked whether they are content', async () => {
    const { id } = await orderOf(await confirmed());
    for (const action of ['accept', 'start']) expect((await on(operator, id, action)).status).toBe(200);
    const reply = await on(operator, id, 'reply', { result: 'solved', text: '已更换磁控管，试用正常。' });
    expect([reply.status, reply.body.state]).toEqual([200, 'replied']);
    const approved = await on(reviewer, id, 'approve', { publicAnswer: '微波炉已修复。' });
    expect([approved.status, approved.body.state]).toEqual([200, 'closed']);
  });

  it('tells with its closing that nothing was solved, and is done again when somebody finds the fault as before', async () => {
    const faultId = await confirmed();
    const { id } = await orderOf(faultId);
    for (const action of ['accept', 'start']) expect((await on(operator, id, action)).status).toBe(200);
    await on(operator, id, 'reply', { result: 'unsolvable', text: '停产，无配件。' });
    expect(await on(reviewer, id, 'approve', { publicAnswer: '暂无配件。' })).toMatchObject({ body: { state: 'closed' } });
    await eventually(async () => {
      const closed = (await world.stack.published('dispatch.work-order.closed.v1')).find(({ aggregateId }) => aggregateId === id);
      expect(closed?.data.result).toBe('unsolvable');
    });
    await confirmed(faultId, 3);
    await eventually(async () => expect(await ordersOf(faultId)).toMatchObject([{ id, state: 'in-progress' }]));
  });

  it('is opened once for a fault that is told of twice', async () => {
    const faultId = await confirmed();
    const { id } = await orderOf(faultId);
    await confirmed(faultId, 3);
    await orderOf(await confirmed()); // told of later, so the second was heard by then
    expect((await ordersOf(faultId)).map((order) => order.id)).toEqual([id]);
  });
});
