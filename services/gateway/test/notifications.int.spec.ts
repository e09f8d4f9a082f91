import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData, type EventType } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { COMMUNITY, PATH, type Person, SCOPES, type Told } from './staff.js';
import { upsert } from './support.js';

let stack: TestStack;
let administrator: HttpClient;
let sms: Server;
let posted: { to: string; text: string }[] = [];
let answer = 200;
let bureau: string;
let other: string;
let zhang: Person;
let li: Person;
let stranger: Person;

/** A member of staff, registered as an operator would, with a token of their account. */
async function person(username: string, facts: { roles: string[]; org?: string; area?: string; scopes?: string[] }): Promise<Person> {
  const { area = '230903', scopes = SCOPES, ...more } = facts;
  await upsert(stack, 'accounts', { username, password: 'at least ten', scopes, area, ...more });
  const [row] = await stack.sql<{ id: string }>('gateway', 'select id from account where username = $1', [username]);
  const id = String(row?.id);
  const claims = { clientId: id, scopes, area, roles: more.roles, org: more.org } as Parameters<TestStack['token']>[0];
  return { id, client: stack.http('gateway', await stack.token(claims)) };
}
async function organisation(code: string): Promise<string> {
  const organisationId = newId();
  const facts = { organisationId, code, name: code, kind: 'department', areaCode: '230903' } as const;
  await stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 1 }, facts);
  await eventually(async () => expect(await stack.sql('gateway', 'select 1 from organisation where code = $1', [code])).toHaveLength(1));
  return organisationId;
}
const versions = new Map<string, number>();
async function tell<T extends EventType>(type: T, id: string, more: Partial<EventData<T>> = {}): Promise<string> {
  const version = (versions.get(id) ?? 0) + 1;
  versions.set(id, version);
  return stack.publish(type, { id, version }, { ...EVENTS[type].example, areaCode: COMMUNITY, ...more } as EventData<T>);
}
/** A request whose order an organisation has been given. */
async function given(leadOrganisationId: string, facts: Partial<EventData<'intake.request.registered.v1'>> = {}) {
  const [requestId, workOrderId] = [newId(), newId()];
  const number = `${COMMUNITY}-261128-${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  await tell('intake.request.registered.v1', requestId, { requestId, number, ...facts });
  const order = { workOrderId, sourceId: requestId, leadOrganisationId };
  await tell('dispatch.work-order.opened.v1', workOrderId, { ...order, leadOrganisationId: null });
  await tell('dispatch.work-order.dispatched.v1', workOrderId, { ...order, coOrganisationIds: [] });
  return { requestId, workOrderId, number, order };
}
const listOf = async ({ client }: Person, query = ''): Promise<Told[]> => {
  const { status, body } = await client.get<{ items: Told[] }>(`${PATH}${query}`);
  expect(status).toBe(200);
  return body.items;
};
const toldOf = async (whom: Person, workOrderId: string) =>
  (await listOf(whom)).filter(({ subjectId }) => subjectId === workOrderId).map(({ kind }) => kind);
const hears = (whom: Person, workOrderId: string, ...kinds: string[]) =>
  eventually(async () => expect(await toldOf(whom, workOrderId)).toEqual(kinds));

beforeAll(async () => {
  sms = createServer((request, response) => {
    void json(request).then((body) => {
      posted.push(body as { to: string; text: string });
      response.writeHead(answer).end();
    });
  }).listen(0, '127.0.0.1');
  await once(sms, 'listening');
  stack = await startTestStack({
    services: ['gateway'],
    env: {
      RATE_LIMIT_PER_MINUTE: '1000000',
      SMS_ADAPTER: 'http',
      SMS_URL: `http://127.0.0.1:${(sms.address() as AddressInfo).port}/`,
      STAFF_LINK: 'https://desk.example.gov.cn/#/{noun}/{id}',
    },
  });
  const operate = ['gateway:operate', 'gateway:read', 'gateway:administer'];
  administrator = stack.http('gateway', await stack.token({ scopes: operate, roles: ['administrator'], area: '230903' }));
  for (const name of ['quiet-from', 'quiet-until']) await administrator.put(`/api/gateway/v1/policies/${name}`, { value: 0 });
  [bureau, other] = [await organisation('housing-bureau'), await organisation('civil-affairs')];
  zhang = await person('zhang', { roles: ['handler'], org: 'housing-bureau' });
  li = await person('li', { roles: ['dispatcher', 'reviewer'] });
  stranger = await person('stranger', { roles: ['handler'], org: 'civil-affairs' });
}, 120_000);
afterAll(async () => {
  await stack?.stop();
  sms?.closeAllConnections();
  sms?.close();
});
beforeEach(() => {
  posted = [];
  answer = 200;
});

describe('a member of staff', () => {
  it('is told what waits for them, by role and organisation, once however often it is told', async () => {
    const { workOrderId, number, order } = await given(bureau);
    await hears(zhang, workOrderId, 'order-dispatched');
    await stack.publish(
      'dispatch.work-order.accepted.v1',
      { id: workOrderId, version: 3 },
      { ...EVENTS['dispatch.work-order.accepted.v1'].example, ...order, areaCode: COMMUNITY },
    );
    versions.set(workOrderId, 3);
    await tell('dispatch.work-order.returned.v1', workOrderId, order);
    await hears(li, workOrderId, 'order-returned');
    await hears(zhang, workOrderId, 'order-dispatched');
    expect((await listOf(zhang)).find(({ subjectId }) => subjectId === workOrderId)).toMatchObject({ matterNumber: number, readAt: null });
    expect(await toldOf(stranger, workOrderId)).toEqual([]);
    await stack.sql('gateway', "update feed_reader set last_id = 0 where name = 'notification'");
    const { workOrderId: next } = await given(bureau);
    await hears(zhang, next, 'order-dispatched');
    await hears(zhang, workOrderId, 'order-dispatched');
  });

  it('is told of an order that comes to their organisation from one that is no more', async () => {
    const { workOrderId, order } = await given(other);
    await hears(stranger, workOrderId, 'order-dispatched');
    const handedOver = { ...order, leadOrganisationId: bureau, coOrganisationIds: [], formerOrganisationIds: [other] };
    await tell('dispatch.work-order.handed-over.v1', workOrderId, handedOver);
    await hears(zhang, workOrderId, 'order-handed-over');
    expect(await toldOf(stranger, workOrderId)).not.toContain('order-handed-over');
  });

  it('is told what is for an organisation whose work theirs took over, and nothing that names it as complained about', async () => {
    const [old] = [await organisation('old-bureau'), await organisation('heir-bureau')];
    const heir = await person('heir', { roles: ['handler'], org: 'heir-bureau' });
    const formerly = await person('formerly', { roles: ['handler'], org: 'old-bureau' });
    const facts = { organisationId: old, code: 'old-bureau', name: 'old', kind: 'department', areaCode: '230903' } as const;
    const retired = { ...facts, retiredAt: new Date().toISOString(), successorOrganisation: 'heir-bureau' };
    await stack.publish('dispatch.organisation.registered.v1', { id: old, version: 2 }, retired);
    await eventually(async () =>
      expect(await stack.sql('gateway', `select from organisation where successor_organisation = 'heir-bureau'`)).toHaveLength(1),
    );
    const { requestId, order } = await given(bureau);
    const [partId, hiddenId] = [newId(), newId()];
    await tell('dispatch.part.reminded.v1', partId, { ...order, partId, coOrganisationId: old, type: 'request' });
    await hears(heir, partId, 'part-overdue');
    expect(await stack.sql('gateway', 'select from notification where account_id = $1', [formerly.id])).toEqual([]);
    const hidden = await given(bureau, { barredOrganisationIds: [old] });
    await tell('dispatch.part.reminded.v1', hiddenId, { ...hidden.order, partId: hiddenId, coOrganisationId: old, type: 'request' });
    await hears(zhang, hiddenId, 'part-overdue');
    expect(await toldOf(heir, hiddenId)).toEqual([]);
    await stack.sql('gateway', 'update feed_matter set barred_organisation_ids = $2 where id = $1', [requestId, [old]]);
    expect(await toldOf(heir, partId)).toEqual([]);
  });

  it('is told nothing of a confidential matter, nor of one that is hidden from them, the past included', async () => {
    const barred = await given(bureau, { barredAccountIds: [zhang.id] } as object);
    const secret = await given(bureau, { confidential: true });
    const open = await given(bureau);
    await hears(zhang, open.workOrderId, 'order-dispatched');
    for (const { workOrderId } of [barred, secret]) expect(await toldOf(zhang, workOrderId)).toEqual([]);
    await stack.sql('gateway', 'update feed_matter set withheld = true where id = $1', [open.requestId]);
    expect(await toldOf(zhang, open.workOrderId)).toEqual([]);
  });

  it('is told nothing once disabled, beyond their area or without the scope that shows such matters', async () => {
    const elsewhere = await person('elsewhere', { roles: ['handler'], org: 'housing-bureau', area: '230903012' });
    const unable = await person('unable', { roles: ['handler'], org: 'housing-bureau', scopes: ['gateway:listen'] });
    const gone = await person('gone', { roles: ['handler'], org: 'housing-bureau' });
    await stack.sql('gateway', 'update account set disabled_at = now() where id = $1', [gone.id]);
    const { workOrderId } = await given(bureau);
    await hears(zhang, workOrderId, 'order-dispatched');
    for (const nobody of [elsewhere, unable, gone]) expect(await toldOf(nobody, workOrderId)).toEqual([]);
  });

  it('is told when the time of an order is nearly over, and over', async () => {
    const { workOrderId, order } = await given(bureau);
    await tell('dispatch.work-order.warned.v1', workOrderId, { ...order, lamp: 'yellow' });
    await tell('dispatch.work-order.warned.v1', workOrderId, { ...order, lamp: 'red' });
    await hears(zhang, workOrderId, 'order-due', 'order-nearly-due', 'order-dispatched');
  });

  it('who answers the hotline is told of a call that was not called back in time, in the area of its line and no other', async () => {
    const [clerk, elsewhere] = [
      await person('clerk-here', { roles: ['intake-clerk'], area: '230903011' }),
      await person('clerk-elsewhere', { roles: ['intake-clerk'], area: '230903012' }),
    ];
    const missedCallId = newId();
    await tell('intake.missed-call.recorded.v1', missedCallId, { missedCallId });
    await tell('intake.missed-call.reminded.v1', missedCallId, { missedCallId });
    await hears(clerk, missedCallId, 'missed-call-overdue');
    for (const nobody of [elsewhere, zhang]) expect(await toldOf(nobody, missedCallId)).toEqual([]);
  });

  it('who looks after a key person is told of a visit that is missing, a clerk where nobody does, and nobody else, by no feed either', async () => {
    const [li, wang, keeper] = [
      await person('care-li', { roles: ['care-worker'], org: 'civil-affairs' }), // beyond any territory
      await person('care-wang', { roles: ['grid-worker'] }),
      await person('care-keeper', { roles: ['intake-clerk'], scopes: ['gateway:listen', 'intake:read'] }),
    ];
    const [mine, nobodys] = [newId(), newId()];
    await tell('intake.key-person.entered.v1', mine, { keyPersonId: mine });
    await tell('intake.key-person.assigned.v1', mine, { keyPersonId: mine, offeredTo: li.id });
    await hears(li, mine, 'care-offered');
    await tell('intake.key-person.overdue.v1', mine, { keyPersonId: mine, workerId: li.id });
    await tell('intake.key-person.overdue.v1', nobodys, { keyPersonId: nobodys, workerId: undefined });
    await tell('intake.key-person.overdue.v1', newId(), { workerId: 'demo-care' }); // a system's account: nobody to tell, and nothing stops
    await tell('intake.key-person.transferred.v1', mine, { keyPersonId: mine, offeredTo: wang.id });
    await hears(wang, mine, 'care-offered');
    await hears(li, mine, 'care-overdue', 'care-offered');
    await hears(keeper, nobodys, 'care-overdue');
    expect(await toldOf(keeper, mine)).toEqual([]);
    for (const nobody of [li, wang, zhang]) expect(await toldOf(nobody, nobodys)).toEqual([]);
    const { body } = await keeper.client.get('/api/gateway/v1/events?since=2020-01-01T00:00:00Z');
    expect(JSON.stringify(body)).not.toContain('key-person');
    const asked = await keeper.client.get('/api/gateway/v1/events?types=intake.key-person.overdue.v1');
    expect(asked.status).toBe(422);
  });

  it('who is a mediator is told of a case that is given to them, by the account they are registered with', async () => {
    const scopes = ['gateway:listen', 'case-mediation:read'];
    const [wang, zhou] = [await person('wang', { roles: ['mediator'], scopes }), await person('zhou', { roles: ['mediator'], scopes })];
    const caseId = newId();
    await tell('case-mediation.case.applied.v1', caseId, { caseId, requestId: null });
    await tell('case-mediation.case.accepted.v1', caseId, { caseId, requestId: null });
    await tell('case-mediation.case.assigned.v1', caseId, { caseId, requestId: null, mediatorId: wang.id });
    await hears(wang, caseId, 'case-assigned', 'case-applied');
    await hears(zhou, caseId, 'case-applied');
  });

  it('marks what they have read, one or all that were shown, and nothing of anybody else', async () => {
    const { workOrderId } = await given(bureau);
    await hears(zhang, workOrderId, 'order-dispatched');
    const [newest] = await listOf(zhang, '?unread=true&limit=1');
    expect((await stranger.client.post(`${PATH}/${newest?.id}/read`)).status).toBe(404);
    expect((await zhang.client.post<Told>(`${PATH}/${newest?.id}/read`)).body.readAt).not.toBeNull();
    const before = (await zhang.client.get<{ count: number }>(`${PATH}/unread`)).body.count;
    expect(before).toBeGreaterThan(0);
    expect((await zhang.client.post(`${PATH}/read`, { upTo: newest?.id })).status).toBe(204);
    expect((await zhang.client.get(`${PATH}/unread`)).body).toEqual({ count: 0, more: false });
  });
});

describe('outside the system', () => {
  it('who left a number is written to: the number of the matter and a link, and nothing else of it', async () => {
    expect((await zhang.client.put(`${PATH}/contact`, { phone: '13800001234', email: 'zhang@example.gov.cn' })).body).toMatchObject({
      phone: '138****1234',
      email: 'z***@example.gov.cn',
    });
    const { workOrderId, number } = await given(bureau);
    const link = `https://desk.example.gov.cn/#/dispatch.work-order/${workOrderId}`;
    await eventually(() =>
      expect(posted).toMatchObject([{ to: '13800001234', text: `有工单派给您的单位，请按时签收，编号${number}。${link}` }]),
    );
    const kept = JSON.stringify([
      await stack.sql('gateway', 'select * from message'),
      await stack.sql('gateway', 'select * from staff_contact'),
    ]);
    for (const secret of ['13800001234', 'zhang@example']) expect(kept + stack.logs('gateway')).not.toContain(secret);
  });

  it('who chose otherwise is written to otherwise', async () => {
    const kinds = [{ kind: 'order-dispatched', channels: [] }];
    expect((await zhang.client.put(`${PATH}/choices`, { language: 'en', kinds })).status).toBe(200);
    const { workOrderId, order, number } = await given(bureau);
    await hears(zhang, workOrderId, 'order-dispatched');
    await tell('dispatch.work-order.reminded.v1', workOrderId, { ...order, level: 'yellow' });
    await eventually(() => expect(posted.map(({ text }) => text)).toEqual([expect.stringContaining(`yellow card, number ${number}.`)]));
  });

  it('what could not be sent is sent again when an administrator says so, and only then', async () => {
    answer = 400;
    const { workOrderId, order } = await given(bureau);
    await tell('dispatch.work-order.reminded.v1', workOrderId, { ...order, level: 'red' });
    const dead = await eventually(async () => {
      const { body } = await administrator.get<{ items: { id: string; failure: string }[] }>('/api/gateway/v1/messages?state=dead');
      expect(body.items).toMatchObject([{ failure: 'http-400' }]);
      return body.items[0]?.id;
    });
    expect(await stack.operations('gateway').get<string>('/metrics')).toMatchObject({
      body: expect.stringMatching(/^zd_messages_dead\{.*\} 1$/m),
    });
    answer = 200;
    posted = [];
    expect((await administrator.post(`/api/gateway/v1/messages/${dead}/resend`)).body).toMatchObject({ state: 'waiting', attempts: 0 });
    await eventually(() => expect(posted).toHaveLength(1));
    await eventually(async () => expect((await administrator.post(`/api/gateway/v1/messages/${dead}/resend`)).status).toBe(409));
    expect((await administrator.post('/api/gateway/v1/messages/resend', { since: '2026-01-01T00:00:00Z' })).body).toEqual({
      count: 0,
      more: false,
    });
  });

  it('nothing is lost, and nothing told twice, when the process is killed between the event and the message', async () => {
    const orders = await Promise.all(Array.from({ length: 20 }, () => given(other)));
    await stack.kill('gateway');
    await stack.start('gateway');
    for (const { workOrderId } of orders) await hears(stranger, workOrderId, 'order-dispatched');
  });
});
