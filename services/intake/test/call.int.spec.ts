import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { count, type Fixture, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

const CALL = {
  callId: 'cc-20261128-000731',
  line: '12345',
  areaCode: '230903011',
  queueSeconds: 9,
  recordingReference: 'rec-20261128-000731',
};
const HOUSING = newId();

let f: Fixture;
let housing: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const example = EVENTS['dispatch.organisation.registered.v1'].example;
  const organisation = { ...example, organisationId: HOUSING, code: 'housing-bureau', kind: 'department' as const, areaCode: '230903' };
  await f.stack.publish('dispatch.organisation.registered.v1', { id: HOUSING, version: 1 }, organisation);
  const claims = { scopes: ['intake:read', 'intake:write'], roles: ['handler'], org: 'housing-bureau', area: '230903' };
  housing = f.stack.http('intake', await f.stack.token(claims));
}, 60_000);
afterAll(() => f?.stack.stop());

const callOf = async (id: string, who: HttpClient = f.clerk) => (await who.get<{ call: object | null }>(`${REQUESTS}/${id}`)).body.call;
const registeredEvent = (id: string) =>
  eventually(async () => {
    const event = (await f.stack.published('intake.request.registered.v1')).find(({ aggregateId }) => aggregateId === id);
    if (!event) throw new Error('not told yet');
    return event.data as Record<string, unknown>;
  });
/** Housing has the request. */
async function dispatched(changes: object): Promise<Shown> {
  const request = await f.register(changes);
  const example = EVENTS['dispatch.work-order.dispatched.v1'].example;
  const data = { ...example, workOrderId: newId(), sourceId: request.id, leadOrganisationId: HOUSING, coOrganisationIds: [] };
  await f.stack.publish('dispatch.work-order.dispatched.v1', { id: data.workOrderId, version: 1 }, data);
  await eventually(async () => expect((await housing.get(`${REQUESTS}/${request.id}`)).status).toBe(200));
  return request;
}

describe('the call by which a request came in', () => {
  it('is kept with it, with the account that took it, and shown to who may know who asks', async () => {
    const { id } = await dispatched({ call: CALL });
    const shown = { ...CALL, agentAccountId: 'clerk' };
    expect(await callOf(id)).toEqual(shown);
    expect(await callOf(id, housing)).toEqual(shown);
    const other = newId();
    const named = await f.register({
      call: { callId: 'cc-2', line: '0464-8261234', areaCode: '230903011', queueSeconds: 0, agentAccountId: other },
    });
    expect(await callOf(named.id)).toMatchObject({ agentAccountId: other, recordingReference: null });
    expect(await callOf((await f.register()).id)).toBeNull();
  });

  it('is told to nobody but for where it was answered and how long that took', async () => {
    const { id } = await f.register({ call: { ...CALL, callId: 'cc-20261128-000732' } });
    expect((await registeredEvent(id)).call).toEqual({ areaCode: '230903011', queueSeconds: 9 });
    expect(JSON.stringify(await f.stack.published())).not.toMatch(/cc-2026|rec-2026/);
  });

  it('of a confidential requester is not shown to who handles the request: the recording has their voice', async () => {
    const { id } = await dispatched({ call: CALL, requester: { ...REQUEST.requester, confidential: true } });
    expect(await callOf(id)).toMatchObject({ line: '12345' });
    expect(await callOf(id, housing)).toBeNull();
  });

  it('comes with telephone channels alone, and of a line within the area of who registers it; what is refused leaves nothing behind', async () => {
    const before = await count(f.stack, 'request_call');
    const refused = async (changes: object) => {
      const { status, body } = await f.clerk.post<{ code: string; errors: { pointer?: string }[] }>(REQUESTS, { ...REQUEST, ...changes });
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    expect(await refused({ channel: 'online', call: CALL })).toEqual([422, 'intake.request.telephone_channel_required', '/call']);
    expect(await refused({ call: { ...CALL, areaCode: '230903012' } })).toEqual([403, 'platform.area_not_allowed', '/call/areaCode']);
    expect(await refused({ call: { ...CALL, line: '打12345' } })).toEqual([422, 'platform.invalid_input', '/call/line']);
    expect(await refused({ call: { ...CALL, queueSeconds: -1 } })).toEqual([422, 'platform.invalid_input', '/call/queueSeconds']);
    expect(await refused({ call: { ...CALL, agentAccountId: '13800001234' } })).toEqual([
      422,
      'platform.invalid_input',
      '/call/agentAccountId',
    ]);
    expect(await count(f.stack, 'request_call')).toBe(before);
  });

  it('is gone when the request is erased', async () => {
    const { id } = await f.register({ call: CALL });
    await f.clerk.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL);
    const ground = { basis: 'lawful-request', evidence: '申请登记号 2026-018，已核验身份' };
    expect(await f.admin.post(`${REQUESTS}/${id}/erase`, ground)).toMatchObject({ status: 200 });
    expect(await callOf(id)).toBeNull();
    expect(await f.stack.sql('intake', 'select from request_call where request_id = $1', [id])).toEqual([]);
  });
});
