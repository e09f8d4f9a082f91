import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters, wordsLeft } from '@zero-distance/testing';
import { type Callback, type List, type Problem, RECORD, V1 } from './callbacks.js';
import { History, type Registered, type Replied, registered, replied } from './history.js';

/** As few as the tests of this file need. */
const ANSWERS_A_DAY = 12;

let stack: TestStack;
let agent: HttpClient;
let administrator: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'], env: { PUBLIC_WRITE_LIMIT_PER_DAY: String(ANSWERS_A_DAY) } });
  await tellRegisters(stack, 'evaluation');
  const client = async (scopes: string[], roles: string[], area = '') =>
    stack.http('evaluation', await stack.token({ scopes, roles, area }));
  agent = await client(['evaluation:read', 'evaluation:write'], ['callback-agent']);
  administrator = await client(['evaluation:read', 'evaluation:operate'], ['administrator']);
}, 60_000);
afterAll(() => stack?.stop());

const tell = async (history: History) => {
  for (const { type, aggregate, data } of history.events) await stack.publish(type, aggregate, data);
};

async function openedCallback(changes: Partial<Registered> = {}, reply: Partial<Replied> = {}): Promise<Callback> {
  const request = registered(changes);
  await tell(
    new History(request.requestId).tell('intake.request.registered.v1', request).tell('intake.request.replied.v1', replied(request, reply)),
  );
  return callbackOf(request.requestId, reply.round ?? 1);
}

const attemptInterval = (value: number) => administrator.put(`${V1}/policies/attempt-interval`, { value });

const callbackOf = (requestId: string, round: number): Promise<Callback> =>
  eventually(async () => {
    const { body } = await agent.get<List<Callback>>(`${V1}/callbacks?requestId=${requestId}`);
    const found = body.items.find((item) => item.round === round);
    if (!found) throw new Error('no callback yet');
    return found;
  });

const toldOf = async (id: string): Promise<string[]> =>
  eventually(async () => {
    const events = (await stack.published()).filter((event) => event.aggregateId === id);
    if (events.length === 0) throw new Error('nothing told yet');
    return events.sort((a, b) => a.aggregateVersion - b.aggregateVersion).map((event) => `${event.aggregateVersion} ${event.type}`);
  });

const recordedOf = async (id: string): Promise<EventData<'evaluation.callback.recorded.v1'>> =>
  eventually(async () => {
    const event = (await stack.published('evaluation.callback.recorded.v1')).find(({ aggregateId }) => aggregateId === id);
    if (!event) throw new Error('not told yet');
    return event.data;
  });

it('A callback is found by any part of the number of its request and by its area', async () => {
  const { id } = await openedCallback({ number: '230903011001-240229-000731', areaCode: '230903011001' });
  const found = async (q: string) =>
    (await agent.get<List<Callback>>(`${V1}/callbacks?limit=200&q=${encodeURIComponent(q)}`)).body.items.map((one) => one.id);
  for (const typed of ['731', '240229-731', '２４０２２９']) expect([typed, await found(typed)]).toEqual([typed, [id]]);
  expect(await found('区划 230903011001')).toContain(id);
  for (const typed of ['732', '区划 230904', '路灯']) expect([typed, await found(typed)]).toEqual([typed, []]);
});

describe('the callback of a divided request', () => {
  const asked = async () => {
    const request = registered({});
    const parts = [1, 2].map((place) => ({ requestId: newId(), number: `${request.number}-${place}` }));
    const { answeredBy: _, answerId: __, organisationId: ___, ...answer } = replied(request, {});
    for (const part of parts) {
      const facts = { ...request, ...part, parentId: request.requestId };
      await tell(
        new History(part.requestId).tell('intake.request.registered.v1', facts).tell('intake.request.replied.v1', replied(facts, {})),
      );
    }
    const whole = new History(request.requestId).tell('intake.request.registered.v1', request);
    await tell(whole.tell('intake.request.replied-in-parts.v1', { ...answer, parts }));
    return { parts, callback: await callbackOf(request.requestId, 1) };
  };

  it('asks once for all parts, none of which has a callback of its own', async () => {
    const { parts, callback } = await asked();
    expect(callback).toMatchObject({ parts, organisationId: null, unsolvedPartIds: null });
    for (const { requestId } of parts)
      expect((await agent.get<List<Callback>>(`${V1}/callbacks?requestId=${requestId}`)).body.items).toEqual([]);
  });

  it('says which parts are not solved, and tells it', async () => {
    const { parts, callback } = await asked();
    const unsolvedPartIds = [parts[1]?.requestId];
    const record = <T>(answer: object) => agent.post<T>(`${V1}/callbacks/${callback.id}/record`, { ...RECORD, ...answer });
    expect((await record<Problem>({ unsolvedPartIds })).body.code).toBe('evaluation.callback.solved_but_parts_named');
    const stranger = { solved: false, unsolvedPartIds: [newId()] };
    expect((await record<Problem>(stranger)).body.code).toBe('evaluation.callback.not_its_part');
    expect((await record({ solved: false, unsolvedPartIds })).body).toMatchObject({ outcome: 'rework', unsolvedPartIds });
    await eventually(async () => {
      const told = (await stack.published('evaluation.callback.recorded.v1')) as unknown as { aggregateId: string; data: object }[];
      expect(told.find(({ aggregateId }) => aggregateId === callback.id)?.data).toMatchObject({ outcome: 'rework', unsolvedPartIds });
    });
  });
});

describe('a callback', () => {
  it('opens when a request is replied to, and tells so', async () => {
    const callback = await openedCallback();
    expect(callback).toMatchObject({ state: 'open', round: 1, attempts: 0, version: 1, actions: ['attempt', 'record'] });
    expect(await toldOf(callback.id)).toEqual(['1 evaluation.callback.opened.v1']);
  });

  it('opens once when the reply is heard twice', async () => {
    const request = registered();
    const history = new History(request.requestId)
      .tell('intake.request.registered.v1', request)
      .tell('intake.request.replied.v1', replied(request));
    await tell(history);
    await tell(history);
    await callbackOf(request.requestId, 1);
    const after = await openedCallback(); // told after both: when it is there, they have been handled
    expect(after.state).toBe('open');
    const { body } = await agent.get<List<Callback>>(`${V1}/callbacks?requestId=${request.requestId}`);
    expect(body.items).toHaveLength(1);
  });

  it('is recorded with the answer and closes the request', async () => {
    const { id } = await openedCallback();
    const answer = await agent.post<Callback>(`${V1}/callbacks/${id}/record`, { ...RECORD, note: '路灯已亮。' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(answer.body).toMatchObject({ state: 'recorded', outcome: 'closed', contacted: true, actions: [] });
    expect(await recordedOf(id)).toMatchObject({ contacted: true, solved: true, satisfaction: 'satisfied', outcome: 'closed', round: 1 });
  });

  it('keeps what was counted and nothing that was noted, once its request is erased', async () => {
    const request = registered();
    await tell(
      new History(request.requestId).tell('intake.request.registered.v1', request).tell('intake.request.replied.v1', replied(request)),
    );
    const { id } = await callbackOf(request.requestId, 1);
    const key = { headers: { 'idempotency-key': newId() } };
    await agent.post(`${V1}/callbacks/${id}/record`, { ...RECORD, note: '瓮安胡同井盖已换。' }, key);
    expect(await wordsLeft(stack, 'evaluation', ['瓮安'])).toEqual(['callback', 'idempotency']);
    const { requestId, kind, areaCode } = request;
    const at = new Date().toISOString();
    await stack.publish('intake.request.erased.v1', { id: requestId, version: 3 }, { requestId, kind, areaCode, at });
    await eventually(async () => expect(await wordsLeft(stack, 'evaluation', ['瓮安'])).toEqual([]));
    expect((await agent.get(`${V1}/callbacks/${id}`)).body).toMatchObject({ state: 'recorded', note: null, satisfaction: 'satisfied' });
  });

  it('sends the request back when the requester is not content', async () => {
    const { id } = await openedCallback();
    await agent.post(`${V1}/callbacks/${id}/record`, { contacted: true, solved: false, satisfaction: 'very-dissatisfied' });
    expect(await recordedOf(id)).toMatchObject({ solved: false, outcome: 'rework' });
  });

  it('closes an unhappy request in its last round', async () => {
    const { id } = await openedCallback({}, { round: 3 });
    const { body } = await agent.post<Callback>(`${V1}/callbacks/${id}/record`, {
      contacted: true,
      solved: false,
      satisfaction: 'dissatisfied',
    });
    expect(body.outcome).toBe('closed');
  });

  it('is over as not reached after three attempts, never as content', async () => {
    const { id } = await openedCallback();
    const tries = [];
    await attemptInterval(0);
    for (let i = 0; i < 3; i++) tries.push((await agent.post<Callback>(`${V1}/callbacks/${id}/attempt`)).body);
    expect(tries.map(({ state, attempts, version }) => [state, attempts, version])).toEqual([
      ['open', 1, 2],
      ['open', 2, 3],
      ['recorded', 3, 5],
    ]);
    await attemptInterval(120);
    expect(await recordedOf(id)).toMatchObject({ contacted: false, solved: null, satisfaction: null, outcome: 'closed' });
    expect(await toldOf(id)).toEqual([
      '1 evaluation.callback.opened.v1',
      '2 evaluation.callback.attempted.v1',
      '3 evaluation.callback.attempted.v1',
      '4 evaluation.callback.attempted.v1',
      '5 evaluation.callback.recorded.v1',
    ]);
  });

  it('is over at once when there is nobody to call', async () => {
    const callback = await openedCallback({ callbackPossible: false });
    expect(callback).toMatchObject({ state: 'recorded', contacted: false, outcome: 'closed', version: 2 });
    expect(await toldOf(callback.id)).toEqual(['1 evaluation.callback.opened.v1', '2 evaluation.callback.recorded.v1']);
  });

  it('keeps its history', async () => {
    const { id } = await openedCallback();
    await agent.post(`${V1}/callbacks/${id}/attempt`);
    await agent.post(`${V1}/callbacks/${id}/record`, RECORD);
    const rows = await stack.sql<{ action: string; to_state: string }>(
      'evaluation',
      'select action, to_state from callback_history where callback_id = $1 order by id',
      [id],
    );
    expect(rows.map(({ action, to_state }) => `${action} ${to_state}`)).toEqual(['open open', 'attempt open', 'record recorded']);
  });
});

it('A repeated Idempotency-Key gets the same answer, and has its effect once', async () => {
  const { id } = await openedCallback();
  const options = { headers: { 'idempotency-key': newId() } };
  const first = await agent.post<Callback>(`${V1}/callbacks/${id}/attempt`, undefined, options);
  const second = await agent.post<Callback>(`${V1}/callbacks/${id}/attempt`, undefined, options);
  expect(second.body).toEqual(first.body);
  expect((await agent.get<Callback>(`${V1}/callbacks/${id}`)).body.attempts).toBe(1);
});

it('Of two records of one callback at once, one wins', async () => {
  const { id } = await openedCallback();
  const answers = await Promise.all([1, 2, 3].map(() => agent.post<Problem>(`${V1}/callbacks/${id}/record`, RECORD)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

it('Callbacks are listed by state and area, page by page', async () => {
  const area = { areaCode: '230903100201' };
  const opened = [];
  for (let i = 0; i < 3; i++) opened.push(await openedCallback(area));
  await agent.post(`${V1}/callbacks/${opened[0]?.id}/record`, RECORD);
  const list = (query: string) => agent.get<List<Callback>>(`${V1}/callbacks?areaCode=230903100&${query}`);
  const first = await list('limit=1&state=open');
  expect(first.body.items.map(({ id }) => id)).toEqual([opened[2]?.id]);
  const second = await list(`limit=1&state=open&cursor=${first.body.next}`);
  expect(second.body.items.map(({ id }) => id)).toEqual([opened[1]?.id]);
  expect(second.body.next).toBeNull();
  expect((await list('state=recorded')).body.items.map(({ id }) => id)).toEqual([opened[0]?.id]);
});

it('A callback is due within the limit from its opening while it is open, and listed when it is overdue', async () => {
  const area = { areaCode: '230903101201' };
  const [late, recorded, inTime] = [await openedCallback(area), await openedCallback(area), await openedCallback(area)];
  await agent.post(`${V1}/callbacks/${recorded.id}/record`, RECORD);
  const ids = [late.id, recorded.id];
  await stack.sql('evaluation', "update callback set opened_at = opened_at - interval '80 hours' where id = any($1)", [ids]);
  const list = async (query: string) =>
    (await agent.get<List<Callback>>(`${V1}/callbacks?areaCode=230903101&${query}`)).body.items.map(({ id }) => id);
  expect(await list('overdue=true')).toEqual([late.id]);
  expect(await list('overdue=false')).toEqual([inTime.id]);
  const read = async ({ id }: Callback) => (await agent.get<Callback>(`${V1}/callbacks/${id}`)).body;
  expect(await read(late)).toMatchObject({ overdue: true, dueAt: expect.any(String) });
  expect(await read(inTime)).toMatchObject({ overdue: false, dueAt: expect.any(String) });
  expect(await read(recorded)).toMatchObject({ overdue: false, dueAt: null });
});
