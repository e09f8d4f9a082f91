import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { type Callback, type List, type Problem, RECORD, V1 } from './callbacks.js';
import { History, type Registered, type Replied, registered, replied } from './history.js';

/** As few as the tests of this file need. */
const ANSWERS_A_DAY = 12;

let stack: TestStack;
let agent: HttpClient;
let reader: HttpClient;
let administrator: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'], env: { PUBLIC_WRITE_LIMIT_PER_DAY: String(ANSWERS_A_DAY) } });
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

const callbackOf = (requestId: string, round: number): Promise<Callback> =>
  eventually(async () => {
    const { body } = await agent.get<List<Callback>>(`${V1}/callbacks?requestId=${requestId}`);
    const found = body.items.find((item) => item.round === round);
    if (!found) throw new Error('no callback yet');
    return found;
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
