import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { SignedLinks } from '@zero-distance/personal-data';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { type Fixture, REQUEST, REQUESTS, type Shown, startIntake } from './fixture.js';

const MESSAGES = '/api/intake/v1/messages';

/** What a gateway of text messages was posted. */
interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly id: string; readonly mobile: string; readonly content: string };
}
interface Row {
  readonly id: string;
  readonly state: string;
  readonly purpose: string;
  readonly attempts: number;
  readonly failure: string | null;
  readonly recipientMasked: string | null;
}

let f: Fixture;
let administrator: HttpClient;
let gateway: Server;
let posted: Posted[] = [];
/** What the gateway answers next; taken from the front, 200 when there is nothing. */
let answers: ((response: ServerResponse) => void)[] = [];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      posted.push({ headers: request.headers, body: JSON.parse(Buffer.concat(pieces).toString()) });
      (answers.shift() ?? answer(200, '{"code":0,"message":"taken"}'))(response);
    });
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  f = await startIntake({
    SMS_ADAPTER: 'http',
    SMS_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`,
    SMS_HEADERS: '{"content-type":"application/json","x-key":"secret of the gateway"}',
    SMS_BODY: '{"id":"{{id}}","mobile":"{{to}}","content":"【\\"零距离\\"】{{text}}"}',
    SMS_SUCCESS: '"code":0',
  });
  const claims = { scopes: ['intake:read', 'intake:operate'], roles: ['administrator'], area: '' };
  administrator = f.stack.http('intake', await f.stack.token(claims));
  await quietHours(0, 0);
}, 60_000);
afterAll(async () => {
  await f?.stack.stop();
  gateway?.closeAllConnections();
  gateway?.close();
});
beforeEach(() => {
  posted = [];
  answers = [];
});

const answer =
  (status: number, body = '', headers = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };
const quietHours = async (from: number, until: number) => {
  await administrator.put('/api/intake/v1/policies/quiet-from', { value: from });
  await administrator.put('/api/intake/v1/policies/quiet-until', { value: until });
};
const requestOf = async (requester: object): Promise<Shown> =>
  (await f.clerk.post<Shown>(REQUESTS, { ...REQUEST, requester: { ...REQUEST.requester, ...requester } })).body;
const messagesOf = async (id: string): Promise<Row[]> =>
  (await administrator.get<{ items: Row[] }>(`${MESSAGES}?subjectId=${id}`)).body.items;
const messageOf = (id: string, expected: Partial<Row>): Promise<Row> =>
  eventually(async () => {
    const [message] = await messagesOf(id);
    expect(message).toMatchObject(expected);
    return message as Row;
  });
/** Its next attempt is due now. */
const dueNow = (id: string) => f.stack.sql('intake', 'update message set not_before = now() where subject_id = $1', [id]);

describe('a requester', () => {
  it('is told that the request was taken in: its number, and nothing else of it', async () => {
    const { id, number } = await requestOf({});
    const { id: messageId } = await messageOf(id, {
      state: 'sent',
      purpose: 'request-registered',
      recipientMasked: '138****1234',
      attempts: 1,
    });
    expect(posted).toMatchObject([
      { body: { id: messageId, mobile: '13800001234' }, headers: { 'idempotency-key': messageId, 'x-key': 'secret of the gateway' } },
    ]);
    expect(posted[0]?.body.content).toBe(`【"零距离"】您的诉求已受理，编号${number}。可凭编号查询办理情况。`);
  });

  it('is written to in the language they chose, and never when they declined, asked confidentially, or have no mobile', async () => {
    const none = [await requestOf({ messages: 'none' }), await requestOf({ confidential: true })];
    const landline = await requestOf({ phone: '0464-8261234' });
    const { id, number } = await requestOf({ messages: 'en' });
    await messageOf(id, { state: 'sent' });
    await messageOf(landline.id, { state: 'dropped', failure: 'no-mobile', recipientMasked: '0464-****234' });
    expect(posted.map(({ body }) => body.content)).toEqual([
      expect.stringContaining(`Your request has been taken in under the number ${number}`),
    ]);
    for (const request of none) expect(await messagesOf(request.id)).toEqual([]);
  });

  it('gets a link with the answer that opens the callback of that round and nothing else, once however often it is told', async () => {
    const { id } = await requestOf({});
    await messageOf(id, { state: 'sent' });
    const callbackId = newId();
    const told = { callbackId, requestId: id, areaCode: REQUEST.areaCode, at: new Date().toISOString(), round: 1 };
    await f.stack.publish('evaluation.callback.opened.v1', { id: callbackId, version: 1 }, told);
    await f.stack.publish('evaluation.callback.opened.v1', { id: callbackId, version: 1 }, told);
    await messageOf(id, { state: 'sent', purpose: 'request-answered' });
    const [, asked] = posted;
    const [, publicUrl, token = ''] = /(http\S+)\/rate#(\S+)$/.exec(asked?.body.content ?? '') ?? [];
    expect(publicUrl).toBe(f.stack.url('gateway'));
    expect(new SignedLinks(f.stack.secret('SIGNED_LINK_KEYS')).read(token, 'callback-answer', new Date())).toMatchObject({
      id: callbackId,
    });
    expect(posted).toHaveLength(2);
    const kept = JSON.stringify([await f.stack.sql('intake', 'select * from message'), await f.stack.published()]) + f.stack.logs('intake');
    for (const secret of [token, '13800001234', 'secret of the gateway']) expect(kept).not.toContain(secret);
  });

  it('gets no more messages in a day than the policy says, whoever has them written, and none abroad unless it says so', async () => {
    const policy = (name: string, value: number) => administrator.put(`/api/intake/v1/policies/${name}`, { value });
    await policy('messages-a-day', 3);
    try {
      const many: Shown[] = [];
      for (let n = 0; n < 5; n++) many.push(await requestOf({ phone: '13900005678' }));
      const abroad = await requestOf({ phone: '+85223456789' });
      await messageOf(abroad.id, { state: 'dropped', failure: 'number-abroad' });
      await eventually(async () => {
        const became = await Promise.all(many.map(async ({ id }) => (await messagesOf(id))[0]?.failure));
        expect(became.toSorted()).toEqual([null, null, null, 'too-many-for-one', 'too-many-for-one']);
      });
      expect(posted.map(({ body }) => body.mobile)).toEqual(['13900005678', '13900005678', '13900005678']);
      await policy('messages-abroad', 1);
      await messageOf((await requestOf({ phone: '+85223456789' })).id, { state: 'sent' });
      const marks = await f.stack.sql<{ mark: string }>(
        'intake',
        'select recipient_mark as mark from message where recipient_mark is not null',
      );
      expect(JSON.stringify(marks)).not.toMatch(/1390000|2345678/);
    } finally {
      await policy('messages-a-day', 10);
      await policy('messages-abroad', 0);
    }
  });

  it('is told nothing any more once they are erased', async () => {
    const hour = (new Date().getUTCHours() + 8) % 24; // in Shanghai
    await quietHours((hour + 23) % 24, (hour + 2) % 24);
    try {
      const { id } = await requestOf({});
      await messageOf(id, { state: 'waiting', attempts: 0 });
      await f.stack.sql('intake', 'delete from requester where request_id = $1', [id]);
      await quietHours(0, 0);
      await messageOf(id, { state: 'dropped', failure: 'nobody-to-tell' });
      expect(posted).toEqual([]);
    } finally {
      await quietHours(0, 0);
    }
  });
});

describe('a message', () => {
  it('is tried again when the gateway is busy, or says in its answer that it did not take it', async () => {
    answers = [answer(503), answer(200, '{"code":17}')];
    const { id } = await requestOf({});
    await messageOf(id, { state: 'waiting', attempts: 1, failure: 'http-503' });
    await dueNow(id);
    await messageOf(id, { state: 'waiting', attempts: 2, failure: 'refused' });
    await dueNow(id);
    await messageOf(id, { state: 'sent', attempts: 3, failure: null });
    expect(new Set(posted.map(({ body }) => body.id)).size).toBe(1);
  });

  it('is given up when the gateway will never take it, and listed for the administrator', async () => {
    answers = [answer(400)];
    const { id } = await requestOf({});
    const { id: messageId } = await messageOf(id, { state: 'dead', failure: 'http-400' });
    const { body } = await administrator.get<{ items: Row[] }>(`${MESSAGES}?state=dead`);
    expect(body.items.map((message) => message.id)).toContain(messageId);
    expect((await f.clerk.get(MESSAGES)).status).toBe(403);
  });

  it('follows no redirect: the number would go where nobody allowed it to', async () => {
    answers = [answer(307, '', { location: '/elsewhere' })];
    const { id } = await requestOf({});
    await messageOf(id, { state: 'dead', failure: 'http-307' });
    expect(posted).toHaveLength(1);
  });

  it('is sent again under the same id when the process is killed before it knows that it was taken', async () => {
    const hanging = new Promise<ServerResponse>((resolve) => answers.push(resolve));
    const { id } = await requestOf({});
    const response = await hanging;
    await f.stack.kill('intake');
    response.end();
    await f.stack.start('intake');
    await messageOf(id, { state: 'sent', attempts: 1 });
    expect(posted).toHaveLength(2);
    expect(posted[1]?.body).toEqual(posted[0]?.body);
  });
});
