import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, REQUEST, REQUESTS, startIntake, WITHDRAWAL } from './fixture.js';

const V1 = '/api/intake/v1';
const CALL = { line: '12345', areaCode: AREA, queueSeconds: 9 };
const PAST_CALL = { line: '12345', areaCode: AREA, calledAt: '2025-03-05T01:00:00.000Z', answered: true, answerSeconds: 9 };
const PAST_REQUEST = {
  ...{ kind: 'complaint', channel: 'hotline-12345', categoryCode: '010203', areaCode: AREA, title: '路灯不亮' },
  receivedAt: '2025-03-03T02:00:00.000Z',
};
const PAST_CASE = {
  areaCode: AREA,
  itemCode: 'HF-04',
  outcome: 'refused',
  oneStop: false,
  askedLater: false,
  openedAt: '2025-03-03T02:00:00.000Z',
};
const ITEM = {
  ...{ name: '高龄津贴申请', group: 'high-frequency', field: 'civil-affairs', eligibleGroups: ['everyone'], steps: ['窗口受理', '送达'] },
  ...{ materials: ['身份证'], timeLimitWorkingDays: 5, handlingOrganisation: 'window-centre', places: ['window'] },
  ...{ oneStop: true, assisted: true },
};

let f: Fixture;
let importer: HttpClient;
let counter: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903011' });
  importer = f.stack.http('intake', token);
  const handler = {
    organisationId: newId(),
    code: 'window-centre',
    name: '便民服务中心',
    kind: 'provider',
    areaCode: '230903011',
  } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: handler.organisationId, version: 1 }, handler);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  await f.admin.put(`${V1}/service-items/HF-04`, ITEM);
  const clerk = { clientId: 'li', scopes: ['intake:read', 'intake:write'], roles: ['window-clerk'], area: AREA, org: 'window-centre' };
  counter = f.stack.http('intake', await f.stack.token(clerk));
}, 60_000);
afterAll(() => f?.stack.stop());

const put = (path: string, said: object) => importer.put<{ code: string; errors: object[] }>(`${V1}/${path}`, said);
/** 办件: one that lacks nothing any more. */
const caseToSubmit = async (more: object = {}): Promise<string> => {
  const applicant = { name: '张秀英', idNumber: '110101199003070011', ...more };
  const materials = [{ name: '身份证', state: 'present' }];
  const said = { itemCode: 'HF-04', mode: 'window', areaCode: AREA, again: true, applicant, materials };
  return (await counter.post<{ id: string }>(`${V1}/service-cases`, said)).body.id;
};
const submit = (id: string, externalNumber: string) => counter.post(`${V1}/service-cases/${id}/submit`, { externalNumber });
/** Whether a registration told of its call, so that evaluation counts it. */
const tellsOfCall = async (requestId: string) => {
  const event = await eventually(async () => {
    const found = (await f.stack.published('intake.request.registered.v1')).find(({ aggregateId }) => aggregateId === requestId);
    if (!found) throw new Error('it is not told yet');
    return found;
  });
  return (event.data as { call?: object }).call !== undefined;
};

/** 同一件事只计一次: the former system and this one ran side by side, or a file comes late. */
describe('what was taken in here is not brought along again under the number that other systems know it by', () => {
  it('a call, by its id on the same line, and by no other line that has the same id', async () => {
    await f.register({ call: { callId: 'tw-1', ...CALL } });
    expect(await put('past-calls/tw-1', PAST_CALL)).toMatchObject({ status: 409, body: { code: 'intake.past_call.taken_live' } });
    expect((await put('past-calls/tw-1', { ...PAST_CALL, line: '0464-8390001' })).status).toBe(200);
  });

  it('a request, by the reference of its channel', async () => {
    await f.register({ upstreamReference: 'UP-1' });
    expect(await put('past-requests/UP-1', PAST_REQUEST)).toMatchObject({ status: 409, body: { code: 'intake.past_request.taken_live' } });
    expect((await put('past-requests/UP-1', { ...PAST_REQUEST, channel: 'service-window' })).status).toBe(200);
  });

  it('a service case, by its number with who decides it', async () => {
    expect((await submit(await caseToSubmit(), 'SB-1')).status).toBe(200);
    expect(await put('past-service-cases/SB-1', PAST_CASE)).toMatchObject({
      status: 409,
      body: { code: 'intake.past_service_case.taken_live' },
    });
    expect((await put('past-service-cases/SB-2', PAST_CASE)).status).toBe(200);
  });
});

/** What a former system was asked last is brought along before the first is taken in here. */
describe('what was brought along is not taken in here again under the number that other systems know it by', () => {
  it('a request, by the reference of its channel: the refusal names the past request; another channel may have the same reference', async () => {
    const { body: past } = await importer.put<{ number: string }>(`${V1}/past-requests/UP-9`, PAST_REQUEST);
    const again = { ...REQUEST, upstreamReference: 'UP-9' };
    expect(await f.clerk.post(REQUESTS, again)).toMatchObject({
      status: 409,
      body: {
        code: 'intake.request.brought_along',
        detail: expect.stringContaining(past.number),
        errors: [{ pointer: '/upstreamReference' }],
      },
    });
    expect((await f.clerk.post(REQUESTS, { ...again, channel: 'wechat-matrix' })).status).toBe(201);
  });

  it('a service case, by its number with who decides it: it is handed in under no number of a past case, and under its own', async () => {
    expect((await put('past-service-cases/SB-77', PAST_CASE)).status).toBe(200);
    const id = await caseToSubmit();
    expect(await submit(id, 'SB-77')).toMatchObject({
      status: 409,
      body: {
        code: 'intake.service_case.brought_along',
        detail: expect.stringContaining('SB-77'),
        errors: [{ pointer: '/externalNumber' }],
      },
    });
    expect(await submit(id, 'SB-78')).toMatchObject({ status: 200, body: { state: 'submitted', externalNumber: 'SB-78' } });
  });
});

describe('a call counts once', () => {
  it('when it was brought along before it is taken in with a request, which is taken in all the same', async () => {
    expect((await put('past-calls/tw-2', PAST_CALL)).status).toBe(200);
    const { id } = await f.register({ call: { callId: 'tw-2', ...CALL } });
    expect(await tellsOfCall(id)).toBe(false);
    const { id: other } = await f.register({ call: { callId: 'tw-2', ...CALL, line: '0464-8390001' } });
    expect(await tellsOfCall(other)).toBe(true);
  });

  it('when two requests come of it', async () => {
    const [one, two] = [await f.register({ call: { callId: 'tw-3', ...CALL } }), await f.register({ call: { callId: 'tw-3', ...CALL } })];
    expect([await tellsOfCall(one.id), await tellsOfCall(two.id)]).toEqual([true, false]);
  });
});

const TEN = Array.from({ length: 10 }, (_, n) => n);
/** How often each number was taken in: what is asked for is asked for at one moment. */
const takenIn = async (prefix: string, ...ways: ((number: string) => Promise<{ status: number }>)[]) => {
  const numbers = TEN.map((n) => `${prefix}-${n}`);
  const answers = await Promise.all(numbers.map((number) => Promise.all(ways.map((way) => way(number)))));
  return answers.map((all) => all.filter(({ status }) => status === 200 || status === 201).length);
};
const ONCE_EACH = TEN.map(() => 1);

describe('of what comes in at the same moment under one number, one is counted', () => {
  it('when ten requests come of one call', async () => {
    const call = { callId: 'at-once', ...CALL };
    const taken = await Promise.all(TEN.map(() => f.register({ call })));
    const told = await Promise.all(taken.map(({ id }) => tellsOfCall(id)));
    expect(told.filter((tells) => tells)).toHaveLength(1);
  });

  it('when calls come in with requests and from a file', async () => {
    const ids: string[] = [];
    const byFile = await takenIn(
      'tw-both',
      (number) => put(`past-calls/${number}`, PAST_CALL),
      async (callId) => {
        ids.push((await f.register({ call: { callId, ...CALL } })).id);
        return { status: 0 };
      },
    );
    const told = await Promise.all(ids.map((id) => tellsOfCall(id)));
    expect(byFile.reduce((sum, n) => sum + n) + told.filter((tells) => tells).length).toBe(TEN.length);
  });

  it('when requests come in with references and from a file', async () => {
    const taken = await takenIn(
      'UP-both',
      (reference) => put(`past-requests/${reference}`, PAST_REQUEST),
      (upstreamReference) => f.clerk.post(REQUESTS, { ...REQUEST, upstreamReference }),
    );
    expect(taken).toEqual(ONCE_EACH);
  });

  it('when service cases are handed in under numbers and come from a file', async () => {
    const cases: string[] = [];
    for (const _ of TEN) cases.push(await caseToSubmit());
    const taken = await takenIn(
      'SB-both',
      (number) => put(`past-service-cases/${number}`, PAST_CASE),
      (number) => submit(cases.pop() ?? '', number),
    );
    expect(taken).toEqual(ONCE_EACH);
  });
});

/** 依法删除不改已计的数: figures keep what they counted. */
describe('what was counted here and then erased is not brought along under the number that went', () => {
  const ground = { basis: 'lawful-request', evidence: '申请登记号 2026-018，已核验身份' };

  it('a call, of which nothing is told again with a request either; the number itself is kept nowhere', async () => {
    const call = { callId: 'tw-erased', ...CALL };
    const { id } = await f.register({ call });
    expect((await f.clerk.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL)).status).toBe(200);
    expect((await f.admin.post(`${REQUESTS}/${id}/erase`, ground)).status).toBe(200);
    expect(await f.stack.sql('intake', `select 1 from request_call where call_id = 'tw-erased'`)).toEqual([]);
    expect(await put('past-calls/tw-erased', PAST_CALL)).toMatchObject({ status: 409, body: { code: 'intake.past_call.taken_live' } });
    expect((await put('past-calls/tw-erased', { ...PAST_CALL, line: '0464-8390001' })).status).toBe(200);
    expect(await tellsOfCall((await f.register({ call })).id)).toBe(false);
    expect(JSON.stringify(await f.stack.sql('intake', 'select * from counted_reference'))).not.toContain('erased');
  });

  it('a service case, by its number with who decides it', async () => {
    const id = await caseToSubmit({ phone: '13922227777' });
    expect((await submit(id, 'SB-erased')).status).toBe(200);
    expect((await counter.post(`${V1}/service-cases/${id}/withdraw`, { reason: '不办了' })).status).toBe(200);
    const erased = await f.admin.post(`${REQUESTS}/erase-by-phone`, { phone: '13922227777', ground });
    expect(erased).toMatchObject({ status: 200, body: { serviceCaseIds: [id] } });
    expect(await put('past-service-cases/SB-erased', PAST_CASE)).toMatchObject({
      status: 409,
      body: { code: 'intake.past_service_case.taken_live' },
    });
  });
});
