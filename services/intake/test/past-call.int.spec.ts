import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const ANSWERED = { areaCode: AREA, line: '12345', calledAt: '2025-03-05T01:00:00.000Z', answered: true, answerSeconds: 9 };
const MISSED = { ...ANSWERED, answered: false, answerSeconds: undefined };

interface Call {
  readonly id: string;
  readonly code: string;
}

let f: Fixture;
let importer: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903011' });
  importer = f.stack.http('intake', token);
}, 60_000);
afterAll(() => f?.stack.stop());

const put = (reference: string, said: object = ANSWERED, by = importer) => by.put<Call>(`${V1}/past-calls/${reference}`, said);
const eventsOf = async (id: string) => (await f.stack.published()).filter(({ aggregateId }) => aggregateId === id);

/** Sends a file of two calls, and says what became of its rows. */
async function bringFile(): Promise<object> {
  const rows = [
    'reference,areaCode,line,calledAt,answered,answerSeconds',
    `cc-5,${AREA},12345,2025-03-05 09:00:01,true,9`,
    `cc-6,${AREA},12345,2025-03-05 09:01,false,`,
  ];
  const { body: begun } = await importer.post<{ id: string }>(`${V1}/imports?register=past-calls`, rows.join('\n'), {
    headers: { 'content-type': 'text/csv' },
  });
  return eventually(async () => {
    const { body } = await importer.get<object>(`${V1}/imports/${begun.id}`);
    expect(body).toMatchObject({ state: 'done' });
    return body;
  });
}

describe('a call of the time before', () => {
  it('is brought in with its own time and whether somebody answered, told once without its line, and waits for nobody to call back', async () => {
    const [answered, missed] = [await put('cc-1'), await put('cc-2', MISSED)];
    expect([answered.status, answered.body]).toEqual([200, { ...ANSWERED, id: expect.any(String), reference: 'cc-1', version: 1 }]);
    expect(missed.body).toMatchObject({ reference: 'cc-2', answered: false, answerSeconds: null });
    const { areaCode, calledAt } = ANSWERED;
    for (const [{ body }, outcome] of [
      [answered, { answered: true, answerSeconds: 9 }],
      [missed, { answered: false, answerSeconds: null }],
    ] as const) {
      const [told, ...more] = await eventually(async () => {
        const events = await eventsOf(body.id);
        expect(events).not.toEqual([]);
        return events;
      });
      expect([told?.type, told?.aggregateVersion, more]).toEqual(['intake.past-call.imported.v1', 1, []]);
      expect(told?.data).toEqual({ pastCallId: body.id, areaCode, calledAt, at: expect.any(String), ...outcome });
    }
    const { body: waiting } = await f.clerk.get<{ items: unknown[] }>(`${V1}/missed-calls`);
    expect(waiting.items).toEqual([]);
  });

  it('is brought in once: the same again changes nothing, and another past under its number is refused', async () => {
    const [first, again] = [(await put('cc-3')).body, (await put('cc-3')).body];
    expect(again).toEqual(first);
    expect(await put('cc-3', { ...ANSWERED, answerSeconds: 10 })).toMatchObject({
      status: 409,
      body: { code: 'intake.past_call.differs', errors: [{ pointer: '/answerSeconds' }] },
    });
    expect(await f.stack.sql('intake', `select 1 from past_call where past_reference = 'cc-3'`)).toHaveLength(1);
    expect(await eventsOf(first.id)).toHaveLength(1);
  });

  it('is refused where it cannot be, with who called, elsewhere, and to who does not import', async () => {
    const code = async (said: object) => (await put('cc-4', said)).body.code;
    expect(await code({ ...ANSWERED, calledAt: new Date(Date.now() + 3_600_000).toISOString() })).toBe('intake.past_call.in_future');
    expect(await code({ ...ANSWERED, answerSeconds: undefined })).toBe('intake.past_call.seconds_unfit');
    expect(await code({ ...MISSED, answerSeconds: 9 })).toBe('intake.past_call.seconds_unfit');
    expect(await put('cc-4', { ...ANSWERED, phone: '13900000001' })).toMatchObject({ body: { errors: [{ pointer: '/phone' }] } });
    expect(await put('cc-4', { ...ANSWERED, line: '13900000001' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/line' }] },
    });
    expect((await put('cc-4', { ...ANSWERED, areaCode: OTHER_AREA })).status).toBe(403);
    expect((await put('cc-4', ANSWERED, f.clerk)).status).toBe(403);
    expect(await f.stack.sql('intake', `select 1 from past_call where past_reference = 'cc-4'`)).toEqual([]);
  });

  it('comes as a file, with an empty place where nobody answered, and the same file again changes nothing', async () => {
    expect(await bringFile()).toMatchObject({ created: 2, refused: 0 });
    expect(await bringFile()).toMatchObject({ created: 0, unchanged: 2, refused: 0 });
  });
});
