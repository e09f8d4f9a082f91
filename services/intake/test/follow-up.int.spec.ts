import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { KeyRing, openFollowUp } from '@zero-distance/personal-data';
import { eventually, type HttpClient, wordsLeft } from '@zero-distance/testing';
import { count, type Fixture, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

interface FollowUp {
  id: string;
  kind: string;
  channel: string;
  round: number;
  text: string | null;
  actorId: string;
}
interface Problem {
  code: string;
  errors?: { pointer?: string }[];
}

const URGE = { kind: 'urge', channel: 'hotline-12345' };
const COMPLAINT = { kind: 'complaint', channel: 'service-window', text: '约好上门两次都没有人来。' };

let f: Fixture;
let housing: HttpClient;
const HOUSING = newId();

beforeAll(async () => {
  f = await startIntake();
  const organisation = {
    organisationId: HOUSING,
    code: 'housing-bureau',
    name: '区住建局',
    kind: 'department' as const,
    areaCode: '230903',
  };
  await f.stack.publish('dispatch.organisation.registered.v1', { id: HOUSING, version: 1 }, organisation);
  housing = f.stack.http(
    'intake',
    await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['handler'], org: 'housing-bureau', area: '230903' }),
  );
}, 60_000);
afterAll(() => f?.stack.stop());

const followUp = <T = Shown>(id: string, body: object, headers = {}) => f.clerk.post<T>(`${REQUESTS}/${id}/follow-up`, body, { headers });
const followUps = async (id: string, who: HttpClient = f.clerk) =>
  (await who.get<{ items: FollowUp[] }>(`${REQUESTS}/${id}/follow-ups`)).body.items;
const told = (id: string, n = 1) =>
  eventually(async () => {
    const events = (await f.stack.published('intake.request.followed-up.v1')).filter(({ aggregateId }) => aggregateId === id);
    if (events.length < n) throw new Error('not told yet');
    return events.map(({ data }) => data as Record<string, unknown>);
  });
/** Housing has the request. */
async function dispatched(): Promise<Shown> {
  const request = await f.register();
  const order = newId();
  const data = { ...EVENTS['dispatch.work-order.dispatched.v1'].example, workOrderId: order, sourceId: request.id };
  await f.stack.publish(
    'dispatch.work-order.dispatched.v1',
    { id: order, version: 1 },
    { ...data, leadOrganisationId: HOUSING, coOrganisationIds: [] },
  );
  await eventually(async () => expect(await f.stateOf(request.id)).toBe('dispatched'));
  return request;
}

describe('a follow-up of a request', () => {
  it('leaves the request as it is, is kept with who wrote it down, and is told to who has it without a word in plain', async () => {
    const { id } = await dispatched();
    const { status, body } = await followUp(id, { kind: 'supplement', channel: 'grid-worker', text: '瓮安胡同七号的灯也不亮了。' });
    expect([status, body]).toMatchObject([200, { id, state: 'dispatched', version: 3 }]);
    expect(await followUps(id)).toMatchObject([
      { kind: 'supplement', channel: 'grid-worker', round: 1, text: '瓮安胡同七号的灯也不亮了。', actorId: 'clerk' },
    ]);
    const [event] = await told(id);
    const { sealedText, ...rest } = event as Record<string, unknown>;
    expect(rest).toMatchObject({ followUp: 'supplement', channel: 'grid-worker', urges: 0, leadOrganisationId: HOUSING });
    expect(JSON.stringify(rest)).not.toContain('瓮安');
    const keys = new KeyRing(f.stack.secret('MATTER_TEXT_KEYS'));
    expect(openFollowUp(keys, id, String(rest.followUpId), String(sealedText))).toBe('瓮安胡同七号的灯也不亮了。');
  });

  it('tells how often was urged in this round, so that who has the request need not count', async () => {
    const { id } = await dispatched();
    await followUp(id, URGE);
    await followUp(id, { ...URGE, channel: 'online' });
    await followUp(id, COMPLAINT);
    expect((await told(id, 3)).map(({ followUp: kind, urges }) => [kind, urges])).toEqual([
      ['urge', 1],
      ['urge', 2],
      ['complaint', 2],
    ]);
  });

  it('stands on the timeline as what it was', async () => {
    const { id } = await dispatched();
    await followUp(id, URGE);
    await followUp(id, COMPLAINT);
    const { body } = await f.clerk.get<{ entries: { zh: string }[] }>(`${REQUESTS}/${id}/timeline`);
    expect(body.entries.map(({ zh }) => zh)).toEqual(expect.arrayContaining(['诉求人催办', '诉求人投诉办理']));
  });

  it('that complains of the handling shows the organisation that has the request that there was one, and not its words', async () => {
    const { id } = await dispatched();
    await followUp(id, COMPLAINT);
    expect(await followUps(id)).toMatchObject([{ kind: 'complaint', text: COMPLAINT.text }]);
    expect(await followUps(id, housing)).toMatchObject([{ kind: 'complaint', text: null }]);
  });

  it('is refused without words where it needs some, of another version, and of what the caller may not see, and leaves nothing behind', async () => {
    const { id } = await f.register();
    const before = await count(f.stack, 'request_follow_up');
    expect((await followUp<Problem>(id, { kind: 'supplement', channel: 'online' })).body).toMatchObject({
      code: 'intake.request.follow_up_without_words',
      errors: [{ pointer: '/text' }],
    });
    expect((await followUp(id, URGE, { 'if-match': '"7"' })).status).toBe(412);
    expect((await housing.post(`${REQUESTS}/${id}/follow-up`, URGE)).status).toBe(404);
    expect(await count(f.stack, 'request_follow_up')).toBe(before);
  });

  it('of a finished request is refused, and the caller is told to ask for it again', async () => {
    const { id } = await f.register();
    await f.clerk.post(`${REQUESTS}/${id}/decline`, { reasonCode: 'unclear', publicAnswer: '诉求不清。' });
    expect(await followUp<Problem>(id, URGE)).toMatchObject({ status: 409, body: { code: 'intake.request.finished_ask_again' } });
  });

  it('of a request that is merged is refused with the number of its main request, and taken by that, whose order does the work', async () => {
    const [main, merged] = [await f.register(), await f.register()];
    await f.clerk.post(`${REQUESTS}/${merged.id}/merge`, { mainRequestId: main.id });
    const refused = await followUp<Problem & { detail: string }>(merged.id, URGE);
    expect(refused).toMatchObject({ status: 409, body: { code: 'intake.request.merged_ask_main' } });
    expect(refused.body.detail).toContain(main.number);
    expect(refused.body.detail).toContain(`/requests/${main.id}/follow-up`);
    expect(await followUps(merged.id)).toEqual([]);
    expect((await followUp(main.id, URGE)).status).toBe(200);
  });

  it('loses its words with the request when that is erased, and is still counted', async () => {
    const { id } = await f.register();
    await followUp(id, { ...COMPLAINT, text: '柳树屯四号没有人来。' });
    await f.clerk.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL);
    expect((await f.admin.post(`${REQUESTS}/${id}/erase`, { basis: 'lawful-request', evidence: '书面申请' })).status).toBe(200);
    expect(await followUps(id)).toMatchObject([{ kind: 'complaint', text: null }]);
    expect(await wordsLeft(f.stack, 'intake', ['柳树屯'])).toEqual([]);
  });
});
