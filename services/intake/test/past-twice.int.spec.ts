import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, startIntake } from './fixture.js';

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

let f: Fixture;
let importer: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903011' });
  importer = f.stack.http('intake', token);
}, 60_000);
afterAll(() => f?.stack.stop());

const put = (path: string, said: object) => importer.put<{ code: string; errors: object[] }>(`${V1}/${path}`, said);
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
    await f.stack.sql(
      'intake',
      `insert into service_case (id, version, state, area_code, mode, item_code, item_version, item_name, one_stop, limit_working_days, materials, handlers, copy_given,
         applicant_id, external_number, opened_at)
       values ($1, 1, 'submitted', $2, 'window', 'HF-04', 1, '老年证', false, 5, '[]', '{}', false, $1, 'SB-1', now())`,
      [newId(), AREA],
    );
    expect(await put('past-service-cases/SB-1', PAST_CASE)).toMatchObject({
      status: 409,
      body: { code: 'intake.past_service_case.taken_live' },
    });
    expect((await put('past-service-cases/SB-2', PAST_CASE)).status).toBe(200);
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
