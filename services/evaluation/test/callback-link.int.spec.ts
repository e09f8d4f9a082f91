import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { SignedLinks } from '@zero-distance/personal-data';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { type Callback, type List, type Problem, RECORD, V1 } from './callbacks.js';
import { History, type Registered, type Replied, registered, replied } from './history.js';

/** As few as the tests of this file need. */
const ANSWERS_A_DAY = 12;

let stack: TestStack;
let agent: HttpClient;
let resident: HttpClient;
let links: SignedLinks;

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'], env: { PUBLIC_WRITE_LIMIT_PER_DAY: String(ANSWERS_A_DAY) } });
  resident = stack.http('evaluation');
  links = new SignedLinks(stack.secret('SIGNED_LINK_KEYS'));
  await tellRegisters(stack, 'evaluation');
  const client = async (scopes: string[], roles: string[], area = '') =>
    stack.http('evaluation', await stack.token({ scopes, roles, area }));
  agent = await client(['evaluation:read', 'evaluation:write'], ['callback-agent']);
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

const recordedOf = async (id: string): Promise<EventData<'evaluation.callback.recorded.v1'>> =>
  eventually(async () => {
    const event = (await stack.published('evaluation.callback.recorded.v1')).find(({ aggregateId }) => aggregateId === id);
    if (!event) throw new Error('not told yet');
    return event.data;
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
