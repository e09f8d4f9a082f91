import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { SignedLinks } from '@zero-distance/personal-data';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters, wordsLeft } from '@zero-distance/testing';
import { History, type Registered, type Replied, registered, replied } from './history.js';

interface Callback {
  id: string;
  state: string;
  round: number;
  attempts: number;
  outcome: string | null;
  contacted: boolean | null;
  dueAt: string | null;
  overdue: boolean;
  version: number;
  actions: string[];
}
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}
interface List<T> {
  items: T[];
  next?: string;
}

const V1 = '/api/evaluation/v1';
/** As few as the tests of this file need. */
const ANSWERS_A_DAY = 12;
const RECORD = { contacted: true, solved: true, satisfaction: 'satisfied' };

let stack: TestStack;
let agent: HttpClient;
let reader: HttpClient;
let resident: HttpClient;
let links: SignedLinks;
let administrator: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'], env: { PUBLIC_WRITE_LIMIT_PER_DAY: String(ANSWERS_A_DAY) } });
  resident = stack.http('evaluation');
  links = new SignedLinks(stack.secret('SIGNED_LINK_KEYS'));
  await tellRegisters(stack, 'evaluation');
  const client = async (scopes: string[], roles: string[], area = '') =>
    stack.http('evaluation', await stack.token({ scopes, roles, area }));
  agent = await client(['evaluation:read', 'evaluation:write'], ['callback-agent']);
  reader = await client(['evaluation:read'], ['callback-agent']);
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

describe('evaluation refuses, and leaves nothing behind,', () => {
  const rowOf = async (id: string) => (await stack.sql('evaluation', 'select * from callback where id = $1', [id]))[0];

  async function refused(
    id: string,
    act: () => Promise<{ status: number; body: Problem }>,
    status: number,
    code: string,
  ): Promise<Problem> {
    const before = await rowOf(id);
    const answer = await act();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await rowOf(id)).toEqual(before);
    return answer.body;
  }

  it('an attempt within the least interval of the last: of three at once one counts', async () => {
    const { id } = await openedCallback();
    const path = `${V1}/callbacks/${id}/attempt`;
    const answers = await Promise.all([1, 2, 3].map(() => agent.post<Problem>(path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
    const { headers } = await agent.post(path);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_600);
    await refused(id, () => agent.post<Problem>(path), 429, 'evaluation.callback.attempt_too_soon');
    const { body } = await agent.get<Callback>(`${V1}/callbacks/${id}`);
    expect(body).toMatchObject({ state: 'open', attempts: 1, actions: ['record'] });
  });

  it.each(['attempt', 'record'])('%s of a recorded callback', async (action) => {
    const { id } = await openedCallback();
    await agent.post(`${V1}/callbacks/${id}/record`, RECORD);
    const body = action === 'record' ? RECORD : undefined;
    await refused(
      id,
      () => agent.post<Problem>(`${V1}/callbacks/${id}/${action}`, body),
      409,
      'evaluation.callback.transition_not_allowed',
    );
  });

  it('a stale ETag', async () => {
    const { id } = await openedCallback();
    await agent.post(`${V1}/callbacks/${id}/attempt`);
    const act = () => agent.post<Problem>(`${V1}/callbacks/${id}/record`, RECORD, { headers: { 'if-match': '"1"' } });
    await refused(id, act, 412, 'platform.stale_version');
  });

  it('a caller without scope, without role, from another area, and for another organisation', async () => {
    const { id } = await openedCallback();
    const path = `${V1}/callbacks/${id}/record`;
    await refused(id, () => reader.post<Problem>(path, RECORD), 403, 'platform.scope_missing');
    const as = async (claims: object) =>
      stack.http(
        'evaluation',
        await stack.token({ scopes: ['evaluation:read', 'evaluation:write'], roles: ['callback-agent'], ...claims }),
      );
    const mediator = await as({ roles: ['mediator'] });
    await refused(id, () => mediator.post<Problem>(path, RECORD), 403, 'platform.role_missing');
    const elsewhere = await as({ area: '230903012' });
    await refused(id, () => elsewhere.post<Problem>(path, RECORD), 404, 'evaluation.callback.not_found');
    const department = await as({ org: 'water-works' });
    await refused(id, () => department.post<Problem>(path, RECORD), 404, 'evaluation.callback.not_found');
    expect((await elsewhere.get<List<Callback>>(`${V1}/callbacks`)).body.items).toEqual([]);
    expect((await department.get<List<Callback>>(`${V1}/callbacks`)).body.items).toEqual([]);
  });

  it('whom the matter names as complained about or recused, though it answered, and who acts for another territory', async () => {
    const organisations = [
      { code: 'housing-bureau', kind: 'department', areaCode: '230903' },
      { code: 'east-street', kind: 'street', areaCode: '230903011' },
      { code: 'south-street', kind: 'street', areaCode: '230903012' },
    ].map((facts) => ({ organisationId: newId(), name: facts.code, ...facts }));
    const [bureau = ''] = organisations.map(({ organisationId }) => organisationId);
    for (const facts of organisations)
      await stack.publish('dispatch.organisation.registered.v1', { id: facts.organisationId, version: 1 }, facts);
    const answered = await openedCallback({}, { organisationId: bureau });
    const bars = { barredOrganisationIds: [bureau], barredAccountIds: ['agent-2'] };
    const barred = await openedCallback({}, { organisationId: bureau, ...bars });
    const seenBy = async (claims: object) => {
      const token = await stack.token({ scopes: ['evaluation:read'], roles: ['callback-agent', 'handler'], area: '230903', ...claims });
      const client = stack.http('evaluation', token);
      const listed = (await client.get<List<Callback>>(`${V1}/callbacks?limit=200`)).body.items.map(({ id }) => id);
      const alone = async ({ id }: Callback) => [(await client.get(`${V1}/callbacks/${id}`)).status === 200, listed.includes(id)];
      return [...(await alone(answered)), ...(await alone(barred))];
    };
    await eventually(async () => expect(await seenBy({ org: 'housing-bureau' })).toEqual([true, true, false, false]));
    const heir = { organisationId: newId(), code: 'construction', name: 'construction', kind: 'department', areaCode: '230903' };
    await stack.publish('dispatch.organisation.registered.v1', { id: heir.organisationId, version: 1 }, heir);
    const retired = { ...organisations[0], retiredAt: new Date().toISOString(), successorOrganisation: heir.code } as typeof heir;
    await stack.publish('dispatch.organisation.registered.v1', { id: bureau, version: 2 }, retired);
    await eventually(async () => expect(await seenBy({ org: heir.code })).toEqual([true, true, false, false]));
    const claims = { scopes: ['evaluation:read'], roles: ['handler' as const], area: '230903', org: 'housing-bureau' };
    await eventually(async () => {
      const answer = await stack.http('evaluation', await stack.token(claims)).get<Problem>(`${V1}/callbacks`);
      expect(answer).toMatchObject({ status: 403, body: { code: 'platform.organisation_retired' } });
    });
    expect(await seenBy({ org: 'east-street' })).toEqual([true, true, true, true]);
    expect(await seenBy({ org: 'south-street' })).toEqual([false, false, false, false]);
    expect(await seenBy({ roles: ['callback-agent'], clientId: 'agent-2' })).toEqual([true, true, false, false]);
  });

  it('a telephone number in the note, contacted false, an unknown level and an unknown field, each with its place', async () => {
    const { id } = await openedCallback();
    const path = `${V1}/callbacks/${id}/record`;
    const note = { ...RECORD, note: '请打 138 0013 8000' };
    expect(
      (await refused(id, () => agent.post<Problem>(path, note), 422, 'platform.personal_data_in_public_text')).errors?.[0]?.pointer,
    ).toBe('/note');
    const bad = { contacted: false, solved: true, satisfaction: 'great', name: '张三' };
    const body = await refused(id, () => agent.post<Problem>(path, bad), 422, 'platform.invalid_input');
    expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/contacted', '/name', '/satisfaction']);
  });

  it('an unknown callback and an id that is none', async () => {
    expect((await agent.get<Problem>(`${V1}/callbacks/${newId()}`)).body.code).toBe('evaluation.callback.not_found');
    expect((await agent.get(`${V1}/callbacks/7`)).status).toBe(422);
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

describe('the form behind a signed link', () => {
  const ASKED = `${V1}/public/callback`;
  const linkTo = (id: string, hours = 1) =>
    links.sign({ purpose: 'callback-answer', id, expiresAt: new Date(Date.now() + hours * 3_600_000) });
  const withLink = (link: string) => ({ headers: { 'signed-link': link } });
  const answer = (link: string, body: object = { solved: true, satisfaction: 'satisfied' }) =>
    resident.post<Problem & { handledAgain: boolean }>(`${ASKED}/answer`, body, withLink(link));

  it('shows the number of the request and nothing else of it, takes one answer, and tells it as the requester’s', async () => {
    const { id } = await openedCallback();
    const link = linkTo(id);
    const asked = await resident.get<{ requestNumber: string; expiresAt: string }>(ASKED, withLink(link));
    expect(asked.status).toBe(200);
    expect(Object.keys(asked.body)).toEqual(['requestNumber', 'expiresAt']);
    expect((await answer(link, { solved: false, satisfaction: 'dissatisfied' })).body).toEqual({
      requestNumber: asked.body.requestNumber,
      handledAgain: true,
    });
    expect(await recordedOf(id)).toMatchObject({ contacted: true, solved: false, satisfaction: 'dissatisfied', outcome: 'rework' });
    expect((await agent.get(`${V1}/callbacks/${id}`)).body).toMatchObject({ state: 'recorded', way: 'web' });
    const history = await stack.sql(
      'evaluation',
      `select action, actor_id from callback_history where callback_id = $1 and action = 'answer'`,
      [id],
    );
    expect(history).toEqual([{ action: 'answer', actor_id: 'requester' }]);
    for (const { status, body } of [await answer(link), await resident.get<Problem>(ASKED, withLink(link))])
      expect([status, body.code]).toEqual([410, 'evaluation.callback.answered_already']);
  });

  it('takes one of two answers that come at the same time', async () => {
    const link = linkTo((await openedCallback()).id);
    const both = await Promise.all([answer(link), answer(link, { solved: false, satisfaction: 'dissatisfied' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
  });

  it('is closed once an agent has recorded the callback', async () => {
    const { id } = await openedCallback();
    await agent.post(`${V1}/callbacks/${id}/record`, RECORD);
    expect((await answer(linkTo(id))).body.code).toBe('evaluation.callback.answered_already');
  });

  it('opens to no link that is missing, altered, expired, or leads to nothing', async () => {
    const { id } = await openedCallback();
    const link = linkTo(id);
    const refusals = [await resident.get<Problem>(ASKED)];
    for (const wrong of [link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')), linkTo(id, -1), linkTo(newId())])
      refusals.push(await resident.get<Problem>(ASKED, withLink(wrong)));
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'platform.link_invalid'],
      [404, 'platform.link_invalid'],
      [410, 'platform.link_expired'],
      [404, 'evaluation.callback.not_found'],
    ]);
    expect((await answer(link, { solved: 'perhaps', satisfaction: 'very' })).body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/solved',
      '/satisfaction',
    ]);
  });

  it('leaves no token in the log, whatever becomes of the call', async () => {
    const link = linkTo(newId());
    await resident.get(ASKED, withLink(link));
    await resident.get(`${ASKED}/${link}?link=${link}`, withLink(link)); // as somebody may try it
    await eventually(async () => expect(stack.logs('evaluation')).toContain('"route":"none"'));
    expect(stack.logs('evaluation')).not.toContain(link);
  });

  it('takes no more from one address than its share of a day, of which guesses with bad links take nothing', async () => {
    for (let i = 0; i <= ANSWERS_A_DAY; i++) expect((await answer(linkTo(newId()))).status).toBe(404);
    const asked = await Promise.all(Array.from({ length: ANSWERS_A_DAY + 1 }, () => openedCallback()));
    const answers = [];
    for (const { id } of asked) answers.push(await answer(linkTo(id)));
    const [first, last] = [answers[0], answers.at(-1)];
    expect(first?.status).toBe(200);
    expect([last?.status, last?.body.code, Number(last?.headers.get('retry-after')) > 3600]).toEqual([429, 'platform.rate_limited', true]);
    expect((await resident.get(ASKED, withLink(linkTo((await openedCallback()).id)))).status).toBe(200);
  });
});

describe('policies', () => {
  it('have defaults', async () => {
    const { body } = await agent.get<List<{ name: string; value: number }>>(`${V1}/policies`);
    expect(body.items.map(({ name, value }) => [name, value])).toEqual([
      ['attempt-interval', 120],
      ['callback-attempts', 3],
      ['callback-limit', 72],
      ['callback-rounds', 3],
      ['answer-seconds', 15],
      ['publish-minimum', 5],
      ['small-sample', 30],
      ['access-months', 36],
    ]);
  });

  it('are changed by an administrator, in versions, and hold at once', async () => {
    const { id } = await openedCallback();
    const changed = await administrator.put<{ value: number; version: number }>(`${V1}/policies/callback-attempts`, { value: 1 });
    expect(changed.body).toMatchObject({ value: 1, version: 1 });
    expect((await agent.post<Callback>(`${V1}/callbacks/${id}/attempt`)).body.state).toBe('recorded');
    await administrator.put(`${V1}/policies/callback-attempts`, { value: 3 });
    const versions = await stack.sql('evaluation', `select value from policy where name = 'callback-attempts' order by version`);
    expect(versions.map(({ value }) => value)).toEqual([1, 3]);
  });

  it('refuse a value out of range, an unknown name, a stale version and anybody else', async () => {
    const put = (client: HttpClient, name: string, value: number, etag = '*') =>
      client.put<Problem>(`${V1}/policies/${name}`, { value }, { headers: { 'if-match': etag } });
    expect((await put(administrator, 'callback-rounds', 0)).body.code).toBe('evaluation.policy.invalid');
    expect((await put(administrator, 'no-such', 1)).body.code).toBe('evaluation.policy.unknown');
    for (const name of ['%00', '%E2%80%8B', 'a'.repeat(80)])
      expect((await put(administrator, name, 1)).body.code).toBe('platform.invalid_input');
    expect((await put(administrator, 'callback-rounds', 2, '"9"')).status).toBe(412);
    expect((await put(agent, 'callback-rounds', 2)).status).toBe(403);
  });
});
