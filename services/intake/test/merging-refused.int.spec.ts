import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

interface Problem {
  code: string;
  errors?: { pointer?: string }[];
}
interface Detail extends Shown {
  mainRequestId: string | null;
  mergedCount: number;
  workOrderId: string | null;
}
interface Members {
  items: Shown[];
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const merge = <T = Shown>(id: string, mainRequestId: string, headers = {}) =>
  f.clerk.post<T>(`${REQUESTS}/${id}/merge`, { mainRequestId }, { headers });
const splitOff = <T = Shown>(id: string) => f.clerk.post<T>(`${REQUESTS}/${id}/split-off`, { reason: '不是同一处。' });
const withdraw = (id: string) => f.clerk.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL);
const detail = async (id: string) => (await f.clerk.get<Detail>(`${REQUESTS}/${id}`)).body;
const membersOf = async (id: string) => (await f.clerk.get<Members>(`${REQUESTS}/${id}/merged`)).body.items.map((one) => one.id).sort();
const becomes = (id: string, state: string) => eventually(async () => expect(await f.stateOf(id)).toBe(state));
const registered = async (count: number, changes: object = {}) => Promise.all(Array.from({ length: count }, () => f.register(changes)));

/** A main request with an order, and what becomes of that. */
async function withOrder(changes: object = {}) {
  const main = await f.register(changes);
  const workOrderId = newId();
  let version = 0;
  const organisationId = newId();
  const facts = { workOrderId, sourceId: main.id, type: 'request' as const, areaCode: AREA, at: new Date().toISOString() };
  const order = { ...facts, leadOrganisationId: organisationId };
  const publish = (type: 'dispatched' | 'approved') =>
    f.stack.publish(`dispatch.work-order.${type}.v1`, { id: workOrderId, version: ++version }, {
      ...EVENTS[`dispatch.work-order.${type}.v1`].example,
      ...order,
      repliedAt: new Date().toISOString(),
    } as never);
  await publish('dispatched');
  await becomes(main.id, 'dispatched');
  const answer = async () => {
    await publish('approved');
    await becomes(main.id, 'replied');
  };
  return { main, workOrderId, organisationId, answer };
}
const callback = (requestId: string, outcome: 'closed' | 'rework') => {
  const callbackId = newId();
  const data = { ...EVENTS['evaluation.callback.recorded.v1'].example, callbackId, requestId, outcome };
  return f.stack.publish('evaluation.callback.recorded.v1', { id: callbackId, version: 1 }, data);
};

describe('merging is refused', () => {
  it('into a request in an area that the caller may not see, as if there was none', async () => {
    const { body: elsewhere } = await f.admin.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA });
    const here = await f.register();
    const { status, body } = await merge<Problem>(here.id, elsewhere.id);
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'intake.request.main_not_found', '/mainRequestId']);
    expect((await merge<Problem>(here.id, newId())).body.code).toBe('intake.request.main_not_found');
    expect((await merge<Problem>(elsewhere.id, here.id)).status).toBe(404);
    expect(await detail(here.id)).toMatchObject({ state: 'received', version: 1, mergedCount: 0 });
  });

  it('of a request with members that the caller may not see; who sees all of them may merge it', async () => {
    const { body: elsewhere } = await f.admin.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA });
    const [first, second] = (await registered(2)) as [Shown, Shown];
    expect((await f.admin.post(`${REQUESTS}/${elsewhere.id}/merge`, { mainRequestId: first.id })).status).toBe(200);
    expect((await merge<Problem>(first.id, second.id)).body.code).toBe('intake.request.members_out_of_sight');
    expect(await membersOf(first.id)).toEqual([]); // theirs is another area
    expect((await f.admin.post(`${REQUESTS}/${first.id}/merge`, { mainRequestId: second.id })).status).toBe(200);
    expect((await detail(second.id)).mergedCount).toBe(2);
  });

  it('of what is answered, and splitting off after the answer and after closing', async () => {
    const { main, answer } = await withOrder();
    const member = await f.register();
    await merge(member.id, main.id);
    await answer();
    await becomes(member.id, 'replied');
    expect((await splitOff<Problem>(member.id)).body.code).toBe('intake.request.transition_not_allowed');
    expect((await merge<Problem>(member.id, main.id)).body.code).toBe('intake.request.transition_not_allowed');
    await callback(member.id, 'closed');
    await becomes(member.id, 'closed');
    expect((await splitOff<Problem>(member.id)).status).toBe(409);
  });

  it('to who may not: a handler, and another version', async () => {
    const [main, member] = (await registered(2)) as [Shown, Shown];
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['handler'], area: AREA, org: 'housing-bureau' };
    const handler = f.stack.http('intake', await f.stack.token(claims));
    expect((await handler.post(`${REQUESTS}/${member.id}/merge`, { mainRequestId: main.id })).status).toBe(403);
    expect((await merge(member.id, main.id, { 'if-match': '"7"' })).status).toBe(412);
  });
});

describe('why something was merged', () => {
  it('is erased with the words of the request', async () => {
    const [main, member] = (await registered(2)) as [Shown, Shown];
    await f.clerk.post(`${REQUESTS}/${member.id}/merge`, { mainRequestId: main.id, reason: '溆浦胡同同一根水管。' });
    await withdraw(member.id);
    const erased = await f.admin.post(`${REQUESTS}/${member.id}/erase`, { basis: 'lawful-request', evidence: '来信 2026-18' });
    expect(erased.status).toBe(200);
    expect(await wordsLeft(f.stack, 'intake', ['溆浦'])).toEqual([]);
  });
});
