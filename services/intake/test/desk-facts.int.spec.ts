import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

interface Facts {
  next: { step: string; role: string | null; organisationName: string | null; dueAt: string | null; lamp: string | null } | null;
  callerCount: number;
  ofCaller: { id: string }[];
  missedCalls: { id: string; phone: string | null }[];
  nearbyCount: number;
  nearby: { request: { id: string }; metres: number }[];
}

const HOUSING = newId();
let f: Fixture;
let bureau: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const example = EVENTS['dispatch.organisation.registered.v1'].example;
  const organisation = {
    ...example,
    organisationId: HOUSING,
    code: 'housing-bureau',
    name: '区住建局',
    kind: 'department' as const,
    areaCode: '230903',
  };
  await f.stack.publish('dispatch.organisation.registered.v1', { id: HOUSING, version: 1 }, organisation);
  const claims = { scopes: ['intake:read'], roles: ['dispatcher'], org: 'housing-bureau', area: '230903' };
  bureau = f.stack.http('intake', await f.stack.token(claims));
}, 60_000);
afterAll(() => f?.stack.stop());

const factsOf = async (id: string, who: HttpClient = f.clerk) => (await who.get<Facts>(`${REQUESTS}/${id}/desk-facts`)).body;
const at = (longitude: number, latitude: number) => ({ point: { type: 'Point', coordinates: [longitude, latitude] } });
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Housing has the request. */
async function dispatched(request: Shown, feedbackDueAt: string): Promise<string> {
  const workOrderId = newId();
  const example = EVENTS['dispatch.work-order.dispatched.v1'].example;
  const data = { ...example, workOrderId, sourceId: request.id, leadOrganisationId: HOUSING, coOrganisationIds: [], feedbackDueAt };
  await f.stack.publish('dispatch.work-order.dispatched.v1', { id: workOrderId, version: 1 }, data);
  await eventually(async () => expect(await f.stateOf(request.id)).toBe('dispatched'));
  return workOrderId;
}

describe('the facts of a request for the desk', () => {
  it('say what is next, who has it, by when and under which lamp, and nothing when it is over', async () => {
    const request = await f.register();
    expect((await factsOf(request.id)).next).toMatchObject({ step: 'route', role: 'dispatcher', dueAt: null });
    const due = later(48);
    const workOrderId = await dispatched(request, due);
    expect((await factsOf(request.id)).next).toMatchObject({ step: 'accept', role: 'handler', organisationName: '区住建局' });
    const step = { ...EVENTS['dispatch.work-order.accepted.v1'].example, workOrderId, sourceId: request.id, leadOrganisationId: HOUSING };
    await f.stack.publish('dispatch.work-order.accepted.v1', { id: workOrderId, version: 2 }, step);
    await eventually(async () =>
      expect((await factsOf(request.id)).next).toEqual({
        step: 'handle',
        role: 'handler',
        organisationName: '区住建局',
        dueAt: due,
        lamp: 'green',
      }),
    );
    await f.clerk.post(`${REQUESTS}/${request.id}/withdraw`, WITHDRAWAL);
    expect((await factsOf(request.id)).next).toBeNull();
  });

  it('show the other requests of the same caller, newest first, as far as the clerk may see them', async () => {
    const requester = { name: '钱八', phone: '13100001111' };
    const [first, second] = [await f.register({ requester }), await f.register({ requester })];
    await f.admin.post(REQUESTS, { ...REQUEST, requester, areaCode: OTHER_AREA });
    const hidden = await f.register({ requester: { ...requester, confidential: true } });
    const facts = await factsOf(first.id);
    expect([facts.callerCount, facts.ofCaller.map(({ id }) => id)]).toEqual([2, [hidden.id, second.id]]);
    expect((await factsOf((await f.register({ requester: { name: '无电话' } })).id)).callerCount).toBe(0);
  });

  it('show the clerk, and nobody else, which calls of the same caller wait to be called back', async () => {
    const phone = '13100003333';
    const call = async () =>
      (await f.clerk.post<{ id: string }>('/api/intake/v1/missed-calls', { areaCode: AREA, line: '12345', phone })).body.id;
    const missed = await call();
    const request = await f.register({ requester: { name: '孙十', phone } });
    expect((await factsOf(request.id)).missedCalls).toMatchObject([{ id: missed, phone: '131****3333' }]);
    await dispatched(request, later(48));
    expect((await factsOf(request.id, bureau)).missedCalls).toEqual([]);
    await f.clerk.post(`/api/intake/v1/missed-calls/${missed}/call-back`, { outcome: 'request', requestId: request.id });
    expect((await factsOf(request.id)).missedCalls).toEqual([]);
  });

  it('show the other requests within the metres of the policy, the nearest first, as far as the clerk may see them', async () => {
    const here = await f.register(at(131.1, 45.8));
    const [far, near] = [await f.register(at(131.1, 45.8017)), await f.register(at(131.1, 45.8003))]; // some 190 m, 33 m
    await f.register(at(131.1, 45.8019)); // 211 m
    await f.register(at(131.1025, 45.8017)); // in the corner of the box, and beyond the circle
    await f.admin.post(REQUESTS, { ...REQUEST, ...at(131.1, 45.8), areaCode: OTHER_AREA });
    const { nearby, nearbyCount } = await factsOf(here.id);
    expect([nearbyCount, nearby.map(({ request }) => request.id)]).toEqual([2, [near.id, far.id]]);
    expect(nearby[0]?.metres).toBe(33);
    expect((await factsOf((await f.register()).id)).nearbyCount).toBe(0);
  });

  it('tell an organisation nothing of a confidential caller, and nobody of a request that they do not see', async () => {
    const requester = { name: '钱九', phone: '13100002222', confidential: true };
    const request = await f.register({ requester });
    await f.register({ requester: { ...requester, confidential: false } });
    expect((await factsOf(request.id)).callerCount).toBe(1);
    expect(await bureau.get(`${REQUESTS}/${request.id}/desk-facts`)).toMatchObject({ status: 404 });
    await dispatched(request, later(48));
    expect(await factsOf(request.id, bureau)).toMatchObject({ callerCount: 0, ofCaller: [] });
  });
});
