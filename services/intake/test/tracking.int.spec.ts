import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventType } from '@zero-distance/contracts';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, REQUESTS, type Shown, startIntake } from './fixture.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
});
afterAll(() => f?.stack.stop());

const track = (number: string, lastFour: string, headers: Record<string, string> = {}) =>
  f.stack.http('intake').post<Record<string, unknown>>('/api/intake/v1/public/tracking', { number, lastFour }, { headers });
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code];

describe('who asked for something', () => {
  it('sees without a log-in how far it is, by the number and the last four digits, and nothing of what was said', async () => {
    const { number } = await f.register();
    const { status, body } = await track(number, '1234');
    expect(status).toBe(200);
    expect(body).toEqual({
      number,
      step: 'being-routed',
      receivedAt: expect.any(String),
      repliedAt: null,
      appointment: null,
      dueAt: null,
      resumesOn: null,
      publicAnswer: null,
      before: [],
      after: [],
    });
  });

  it('sees the answer once there is one, and no longer when the request is handled again', async () => {
    const { id, number } = await f.register();
    await f.clerk.post(`${REQUESTS}/${id}/answer-on-the-spot`, { publicAnswer: '已当场办理。' });
    expect((await track(number, '1234')).body).toMatchObject({ step: 'finished', publicAnswer: '已当场办理。' });
    await f.clerk.post(`${REQUESTS}/${id}/reopen`, { channel: 'service-window', reason: '又不亮了。' });
    expect((await track(number, '1234')).body).toMatchObject({ step: 'being-handled', repliedAt: null, publicAnswer: null });
  });
});

describe('who waits', () => {
  const AT = '2026-11-23T04:00:00.000Z';
  const DUE = '2026-11-30T16:00:00.000Z';
  /** What dispatch tells of the order of a request, one after another. */
  const telling = (requestId: string) => {
    const id = randomUUID();
    let version = 0;
    const data = {
      workOrderId: id,
      sourceId: requestId,
      type: 'request' as const,
      areaCode: AREA,
      leadOrganisationId: randomUUID(),
      at: AT,
    };
    return <T extends EventType>(type: T, more: object) => f.stack.publish(type, { id, version: ++version }, { ...data, ...more } as never);
  };
  const dispatched = { coOrganisationIds: [], routeReason: 'responsibility-list', signDueAt: AT, feedbackDueAt: DUE };
  const seen = (number: string, expected: object) =>
    eventually(async () => expect((await track(number, '1234')).body).toMatchObject(expected));

  it('sees by when an answer is promised, that the matter is put off until which day, and the promise again once it is taken up', async () => {
    const { id, number } = await f.register();
    const tell = telling(id);
    await tell('dispatch.work-order.opened.v1', {
      leadOrganisationId: null,
      urgency: 'normal',
      categoryCode: '010203',
      feedbackDueAt: DUE,
    });
    await seen(number, { step: 'being-routed', dueAt: DUE, resumesOn: null });
    await tell('dispatch.work-order.dispatched.v1', dispatched);
    await seen(number, { step: 'being-handled', dueAt: DUE, resumesOn: null });
    await tell('dispatch.work-order.parked.v1', { reviewOn: '2027-03-01' });
    await seen(number, { step: 'put-off', dueAt: null, resumesOn: '2027-03-01' });
    await tell('dispatch.work-order.resumed.v1', { feedbackDueAt: '2027-03-08T16:00:00.000Z' });
    await seen(number, { step: 'being-handled', dueAt: '2027-03-08T16:00:00.000Z', resumesOn: null });
  });

  it('together with others sees what is promised of the main request, and of a divided one by when the last part is answered', async () => {
    const [main, other, whole] = [await f.register(), await f.register(), await f.register()];
    await telling(main.id)('dispatch.work-order.dispatched.v1', dispatched);
    await seen(main.number, { dueAt: DUE });
    const dispatcher = f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['dispatcher'], area: '230903', clientId: 'centre' }),
    );
    expect((await dispatcher.post(`${REQUESTS}/${other.id}/merge`, { mainRequestId: main.id })).status).toBe(200);
    await seen(other.number, { step: 'being-handled', dueAt: DUE });
    const part = { kind: 'complaint', categoryCode: '010203', title: '路灯', text: '路灯不亮。' };
    expect((await f.clerk.post(`${REQUESTS}/${whole.id}/divide`, { parts: [part, part] })).status).toBe(200);
    const { body } = await f.clerk.get<{ items: Shown[] }>(`${REQUESTS}/${whole.id}/parts`);
    const [first, second] = body.items as [Shown, Shown];
    await telling(first.id)('dispatch.work-order.dispatched.v1', dispatched);
    await telling(second.id)('dispatch.work-order.dispatched.v1', { ...dispatched, feedbackDueAt: '2026-12-03T16:00:00.000Z' });
    await seen(whole.number, { step: 'being-handled', dueAt: '2026-12-03T16:00:00.000Z' });
  });
});

describe('who writes what is no number', () => {
  it('is told what a number and digits look like', async () => {
    expect((await track('', '1234')).status).toBe(422);
    expect((await track('230903011001-261123-000417', '12a4')).status).toBe(422);
  });
});

describe('who guesses', () => {
  it('is answered alike for a number that there is not, wrong digits, and a request without a telephone', async () => {
    const [withPhone, without] = await Promise.all([f.register(), f.register({ requester: { name: '李四' } })]);
    const answers = [
      await track('230903011001-261123-999999', '1234'),
      await track(withPhone.number, '0000'),
      await track(without.number, '1234'),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => [404, 'intake.tracking.not_found']));
    expect(new Set(answers.map(({ body }) => (body as { detail?: string }).detail)).size).toBe(1);
  });

  it('may be wrong five times in a day for one number, however many guesses come at once; then the right digits are refused too', async () => {
    const { number } = await f.register();
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => track(number, String(2000 + i))));
    expect(guesses.filter(({ status }) => status === 404)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(7);
    expect(codeOf(await track(number, '1234'))).toEqual([429, 'intake.tracking.tried_too_often']);
  });

  it('is refused alike about a number that there is not, so that the refusal does not tell that there is one', async () => {
    const answers = [];
    for (let i = 0; i < 7; i++) answers.push(await track('230903011001-261123-888888', String(3000 + i)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 429, 429]);
    const last = answers.at(-1) as (typeof answers)[0];
    expect(codeOf(last)).toEqual([429, 'intake.tracking.tried_too_often']);
    const [again, day] = [Number(last.headers.get('retry-after')), 24 * 60 * 60];
    expect(again).toBeGreaterThan(day - 600);
    expect(again).toBeLessThanOrEqual(day);
  });

  it('keeps nobody else out: who asked tracks the number from their own network', async () => {
    const { number } = await f.register();
    const stranger = { 'x-forwarded-for': '203.0.113.7' };
    for (let i = 0; i < 6; i++) await track(number, String(4000 + i), stranger);
    expect((await track(number, '1234', stranger)).status).toBe(429);
    expect((await track(number, '1234', { 'x-forwarded-for': '198.51.100.9' })).status).toBe(200);
  });

  it('leaves nothing readable of the network and the number, and what is over is forgotten', async () => {
    const { number } = await f.register();
    await f.stack.sql('intake', `update tracking_guess set since = now() - interval '25 hours'`, []);
    await track(number, '0001');
    const rows = await f.stack.sql('intake', 'select guess, wrong from tracking_guess', []);
    expect(rows).toEqual([{ guess: expect.stringMatching(/^[\w+/]{43}=$/), wrong: 1 }]);
    await track(number, '1234');
    expect(await f.stack.sql('intake', 'select wrong from tracking_guess', [])).toEqual([{ wrong: 1 }]);
  });

  it('may be wrong a hundred times in a day from one address, whatever numbers are tried; then it hears no more of the right digits either', async () => {
    const { number } = await f.register();
    const statuses = new Set<number>();
    for (let i = 0; i < 100; i++) statuses.add((await track(`230903011001-261123-9${String(i).padStart(5, '0')}`, '1234')).status);
    expect([...statuses].toSorted()).toEqual([404, 429]); // others of these tests guessed before
    expect(codeOf(await track(number, '1234'))).toEqual([429, 'platform.rate_limited']);
  });
});
