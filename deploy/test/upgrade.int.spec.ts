import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkReceivedData, HEADER, SERVICES, type Service, schemaOf } from '@zero-distance/contracts';
import { clientOf, demoClients, migrate, registerClients, type Secrets, tokenFor } from '@zero-distance/local-stack';
import { eventually, type HttpClient, httpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import * as oidc from 'openid-client';
import { Client } from 'pg';
import { KEPT_DATA } from '../../scripts/upgrade/kept-data.mjs';
import { keysOf, listsOf } from '../../scripts/upgrade/lists.mjs';
import { Browser } from '../../services/gateway/test/browser.js';
import { openLogIn, tokenAt } from '../../services/gateway/test/support.js';

// The upgrade of docs/operators: what the last release left behind (scripts/upgrade), taken over by this version.

interface Kept {
  readonly version: string;
  readonly sql: string;
  /** What each list showed, by path. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, string>>;
  readonly keys: Secrets;
  /** The ids of what was left open; a webhook with its secret, and what somebody logs in with at which page. */
  readonly left: Readonly<Record<'request' | 'callback' | 'case' | 'hazard' | 'rectification' | 'file', string>> &
    Readonly<Record<'username' | 'password' | 'screen' | 'back', string>> & {
      readonly webhook: { readonly id: string; readonly secret: string };
    };
}
interface OutboxRow {
  readonly subject: string;
  readonly headers: string;
  readonly body: string;
}

const kept: Kept = JSON.parse(brotliDecompressSync(readFileSync(KEPT_DATA)).toString('utf8'));
const clients = demoClients(kept.keys.DEMO_CLIENT_SECRET ?? '');
/** Their rows end when their time is over, however old the release is. */
const ENDS_BY_AGE = /\/(?:events|deliveries|imports|messages|notifications|sessions|tracking)$/;

let stack: TestStack;
let before: Map<string, number>;
let events: ReadonlyMap<Service, readonly OutboxRow[]>;

beforeAll(async () => {
  stack = await startTestStack({ services: [], issuer: 'gateway', keys: kept.keys, env: { RATE_LIMIT_PER_MINUTE: '1000000' } });
  await restore(stack.adminUrl, kept.sql);
  before = await rowsByTable();
  events = new Map(await Promise.all(SERVICES.map(async (service) => [service, await outboxOf(service)] as const)));
  await migrate({ adminUrl: stack.adminUrl, natsUrl: stack.natsUrl, secrets: stack.secrets });
}, 60_000);
afterAll(() => stack.stop());

/** Makes the stack's database that of the dump. */
async function restore(adminUrl: string, sql: string): Promise<void> {
  const { pathname } = new URL(adminUrl);
  const name = pathname.slice(1);
  await statements(adminUrl.replace(/[^/]*$/, 'postgres'), [`DROP DATABASE ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`]);
  await statements(adminUrl, [sql]);
}

async function statements(url: string, texts: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

/** A service that emitted nothing had no outbox. */
const outboxOf = async (service: Service): Promise<OutboxRow[]> =>
  before.has(`${schemaOf(service)}.outbox`) ? stack.sql<OutboxRow>(service, 'select subject, headers, body from outbox order by id') : [];

/** A table with partitions counts as one. */
async function rowsByTable(): Promise<Map<string, number>> {
  const tables = await stack.sql<{ name: string }>(
    'gateway',
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`,
  );
  const counts = tables.map(async ({ name }): Promise<[string, number]> => {
    const [row] = await stack.sql<{ n: number }>('gateway', `select count(*)::int as n from ${name}`);
    return [name, row?.n ?? 0];
  });
  return new Map(await Promise.all(counts));
}

/** A client of the released version, which logs in as it did there. */
async function as(id: string): Promise<HttpClient> {
  const url = stack.url('gateway');
  return httpClient(url, { token: await tokenFor(url, clientOf(clients, id)) });
}

async function done<T extends object>(call: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

describe(`the data of ${kept.version} under this version`, () => {
  it('loses no row of any table: of lists, histories, deadline entries, outboxes or what was handled', async () => {
    const after = await rowsByTable();
    const fewer = [...before].filter(([table, rows]) => (after.get(table) ?? -1) < rows);
    expect(fewer).toEqual([]);
    const filled = [...before].filter(([, rows]) => rows > 0).map(([table]) => table);
    for (const kind of [/_history$/, /\.deadline_entry$/, /\.outbox$/, /\.inbox$/]) {
      expect(filled).toContainEqual(expect.stringMatching(kind));
    }
    const ofRooms = [
      'intake.file',
      'dispatch.file',
      'inspection.file',
      'gateway.account',
      'gateway.client',
      'gateway.webhook',
      'gateway.webhook_delivery',
    ];
    expect(filled).toEqual(expect.arrayContaining([...ofRooms, 'gateway.audit', 'gateway.feed_event', 'intake.message']));
  });

  it('has no event in an outbox that this version cannot read', () => {
    const unread = [...events.values()].flat().flatMap(({ headers, body }) => {
      const type = String(JSON.parse(headers)[HEADER.type]);
      try {
        checkReceivedData(type, JSON.parse(body));
        return [];
      } catch (error) {
        return [`${type}: ${(error as Error).message}`];
      }
    });
    expect([...new Set(unread)]).toEqual([]);
    expect([...events.values()].flat().length).toBeGreaterThan(100);
  });

  it('is served: every list shows what it showed, and its entries can be read', async () => {
    for (const [path, content] of Object.entries(kept.files)) {
      const [service = '', ...rest] = path.split('/');
      const file = `${stack.filesDirectory(service as Service)}/${rest.join('/')}`;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(content, 'base64'));
    }
    await Promise.all(SERVICES.map((service) => stack.start(service)));
    await as('demo'); // logs in as before
    await registerClients((service) => stack.environment(service), clients); // what is new needs scopes of its own
    const demo = await as('demo');
    const get = (path: string) => done(demo.get(path));
    const lists = (await Promise.all(SERVICES.map((service) => listsOf(service, get)))).flat();
    expect(Object.keys(kept.lists).filter((path) => !lists.some((list) => list.path === path))).toEqual([]);
    for (const list of lists) {
      const shown = new Set(await keysOf(list, get));
      const missing = (kept.lists[list.path] ?? []).filter((key) => !shown.has(key));
      expect({ list: list.path, missing: ENDS_BY_AGE.test(list.path) ? [] : missing }).toEqual({ list: list.path, missing: [] });
      const [first] = shown;
      if (list.entry && first !== undefined) await get(list.entry.replace(/\{\w+\}$/, encodeURIComponent(first)));
    }
  }, 60_000);

  it('is not changed by its own events when they come once more', async () => {
    for (const rows of events.values()) {
      for (const { subject, headers, body } of rows) {
        await stack.publishRaw({ subject, body, headers: JSON.parse(headers) });
      }
    }
    await expectNothingWaits();
  }, 60_000);
});

/** Every event is published and handled, and none of them is a dead letter. */
async function expectNothingWaits(): Promise<void> {
  const demo = await as('demo');
  for (const service of SERVICES) {
    await eventually(async () => {
      const page = (await stack.operations(service).get<string>('/metrics')).body;
      expect(page).toMatch(/^zd_outbox_depth(?:\{[^}]*\})? 0$/m);
      expect([...page.matchAll(/^zd_consumer_lag\{[^}]*\} (\d+)$/gm)].map(([, lag]) => Number(lag)).filter((lag) => lag > 0)).toEqual([]);
      expect(await done(demo.get(`/api/${service}/v1/dead-letters?state=waiting`))).toMatchObject({ items: [] });
    });
  }
}

describe(`what ${kept.version} left open`, () => {
  let demo: HttpClient;
  beforeAll(async () => {
    demo = await as('demo');
  });
  const act = (who: HttpClient, path: string, body: object = {}) => done(who.post(path, body));
  /** From its organisation's acceptance to the approved answer. */
  async function handle(order: string, client: string): Promise<void> {
    const [handler, centre] = await Promise.all([as(client), as('demo-centre')]);
    const path = `/api/dispatch/v1/work-orders/${order}`;
    await act(handler, `${path}/accept`);
    await act(handler, `${path}/start`);
    await act(handler, `${path}/reply`, { result: 'solved', text: '已处理。' });
    await act(centre, `${path}/approve`, { publicAnswer: '已处理完毕。' });
  }
  const becomes = (path: string, state: string) => eventually(async () => expect(await done(demo.get(path))).toMatchObject({ state }));

  it('goes on: a request is handled, its requester is read and asked, and it is closed', async () => {
    const request = `/api/intake/v1/requests/${kept.left.request}`;
    expect(await done(demo.get(request))).toMatchObject({ requester: { name: '张*' } });
    const { items } = await done<{ items: { id: string }[] }>(demo.get(`/api/dispatch/v1/work-orders?requestId=${kept.left.request}`));
    await handle(items[0]?.id ?? '', 'demo-housing');
    await becomes(request, 'replied');
    const asked = `/api/evaluation/v1/callbacks?requestId=${kept.left.request}&state=open`;
    const callback = await eventually(async () => (await done<{ items: [{ id: string }] }>(demo.get(asked))).items[0].id);
    for (const id of [callback, kept.left.callback]) {
      await act(demo, `/api/evaluation/v1/callbacks/${id}/record`, { contacted: true, solved: true, satisfaction: 'satisfied' });
    }
    await becomes(request, 'closed');
  });

  it('goes on: a dispute is accepted', async () => {
    const body = { caseType: 'neighbours', difficulty: 'simple' };
    expect(await act(demo, `/api/case-mediation/v1/cases/${kept.left.case}/accept`, body)).toMatchObject({ state: 'accepted' });
  });

  it('goes on: a hazard is put right and rechecked', async () => {
    await handle(kept.left.rectification, 'demo-fire');
    await becomes(`/api/inspection/v1/hazards/${kept.left.hazard}`, 'rectified');
    const recheck = await act(demo, `/api/inspection/v1/hazards/${kept.left.hazard}/recheck`, { passed: true });
    expect(recheck).toMatchObject({ state: 'closed' });
  });

  it('goes on: a photo is downloaded, byte for byte as it was kept, and shown with its request', async () => {
    const { request, file } = kept.left;
    const { files } = await done<{ files: { id: string; sha256: string }[] }>(demo.get(`/api/intake/v1/requests/${request}`));
    expect(files).toMatchObject([{ id: file }]);
    const token = await tokenFor(stack.url('gateway'), clientOf(clients, 'demo'));
    const answer = await fetch(`${stack.url('gateway')}/api/intake/v1/files/${file}`, { headers: { authorization: `Bearer ${token}` } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(files[0]?.sha256);
  });

  it('goes on: a webhook delivers what happened to the hazard, signed with the secret of before', async () => {
    const { id, secret } = kept.left.webhook;
    const received: { headers: Record<string, string>; body: string }[] = [];
    const receiver = createServer(async (request, response) => {
      received.push({ body: await text(request), headers: request.headers as Record<string, string> });
      response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    try {
      const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
      await act(demo, `/api/gateway/v1/webhooks/${id}/change`, { url, types: ['inspection.hazard.closed.v1'] });
      await eventually(() => expect(received.map(({ body }) => JSON.parse(body).subject)).toContain(kept.left.hazard), { timeout: 20_000 });
      for (const { body, headers } of received) {
        const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
        const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
        expect(headers['webhook-signature']?.split(' ')).toContain(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
      }
    } finally {
      receiver.closeAllConnections();
      receiver.close();
    }
  }, 30_000);

  it('goes on: somebody logs in with the password of before', async () => {
    const { username, password, screen, back } = kept.left;
    const [browser, url] = [new Browser(), stack.url('gateway')];
    const config = await oidc.discovery(new URL(`${url}/oidc`), screen, undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
    const begun = await openLogIn({ config, back }, browser, 'openid gateway:read');
    const after = await browser.post(begun.page.url, { username, password });
    const person = httpClient(url, { token: await tokenAt({ config, back }, begun, after.url) });
    await done(person.get('/api/gateway/v1/code-tables'));
  });

  it('leaves no event waiting', expectNothingWaits, 60_000);
});
