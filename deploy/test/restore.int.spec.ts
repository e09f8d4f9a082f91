import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES, type Service } from '@zero-distance/contracts';
import { demoClients, loadDemo, operationsUrl, registerClients, tokenFor } from '@zero-distance/local-stack';
import { eventually, findPostgresClient, type HttpClient, httpClient, photo } from '@zero-distance/testing';
import { Client } from 'pg';
import { ComposeRun } from './compose-run.js';

// The procedures of docs/operators/backup.md: what is saved is the database and the files, and nothing else. The broker's streams are
// lost with the machine; what was in them on its way is published again by the services.

const AREA = '230903011001';
/** Where requests are taken in while the dump is written. */
const BUSY_AREA = '230903012001';
const clients = demoClients('restore test');
const client = await findPostgresClient();
const withClient = client ? it : it.skip;

let run: ComposeRun;

/** Acts as a client of the demo district, with a token of the product's own issuer. */
async function as(clientId: string): Promise<HttpClient> {
  const secret = clients.find((client) => client.id === clientId)?.secret;
  const { body } = await httpClient(run.url).post<{ access_token: string }>('/oidc/token', 'grant_type=client_credentials', {
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
  return httpClient(run.url, { token: body.access_token });
}

/** Does a call that must succeed; gives its answer. */
async function done<T extends object>(call: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

interface Row {
  readonly id: string;
}
const first = (api: HttpClient, list: string): Promise<Row> =>
  eventually(async () => {
    const { items } = await done<{ items: Row[] }>(api.get(list));
    if (!items[0]) throw new Error(`nothing yet at ${list}`);
    return items[0];
  });

const register = (api: HttpClient, n: number, areaCode = AREA): Promise<Row> =>
  done(
    api.post('/api/intake/v1/requests', {
      kind: 'complaint',
      channel: 'party-led-hotline',
      categoryCode: '010204',
      areaCode,
      title: `路灯不亮 ${n}`,
      text: '楼前路灯三天不亮。',
      requester: { name: '张三', phone: '13800001234' },
    }),
  );

/** From its work order to its approved answer, by those whose part each step is. */
async function answer(requestId: string): Promise<void> {
  const [bureau, centre] = await Promise.all([as('demo-housing'), as('demo-centre')]);
  const { id } = await first(centre, `/api/dispatch/v1/work-orders?requestId=${requestId}`);
  const act = (who: HttpClient, action: string, body: object = {}) => done(who.post(`/api/dispatch/v1/work-orders/${id}/${action}`, body));
  await act(bureau, 'accept');
  await act(bureau, 'start');
  await act(bureau, 'reply', { result: 'solved', text: '已更换灯头。' });
  await act(centre, 'approve', { publicAnswer: '路灯已修复。' });
}

async function callBack(api: HttpClient, requestId: string): Promise<void> {
  const { id } = await first(api, `/api/evaluation/v1/callbacks?requestId=${requestId}&state=open`);
  await done(api.post(`/api/evaluation/v1/callbacks/${id}/record`, { contacted: true, solved: true, satisfaction: 'satisfied' }));
}

const figures = (api: HttpClient, area = AREA): Promise<Record<string, unknown>> =>
  done(api.get(`/api/evaluation/v1/figures?areaCode=${area}&period=${new Date().getFullYear()}`));

/** Waits until every event of these services is in the broker. */
async function published(services: readonly Service[]): Promise<void> {
  for (const service of services) {
    await eventually(async () => {
      const page = await (await fetch(`${operationsUrl(run.environment(service))}/metrics`)).text();
      expect(page).toMatch(/^zd_outbox_depth(?:\{[^}]*\})? 0$/m);
    });
  }
}

/** Writes the dump, and takes one request after the other in meanwhile. */
async function dumpWhileBusy(): Promise<string> {
  const api = await as('demo');
  let writing = true;
  const dumped = run.script('backup.sh', [run.directory], client ?? '').finally(() => {
    writing = false;
  });
  for (let n = 1; writing; n += 1) await register(api, n, BUSY_AREA);
  const said = await dumped;
  return said.slice(0, said.indexOf(': '));
}

async function rowsOf(table: string, areaCode: string): Promise<number> {
  const postgres = new Client({ connectionString: run.adminUrl });
  await postgres.connect();
  try {
    const { rows } = await postgres.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE area_code = $1`, [areaCode]);
    return rows[0]?.n ?? 0;
  } finally {
    await postgres.end();
  }
}

/** Database, broker and files are gone. */
async function disaster(): Promise<void> {
  await run.down();
  for (const lost of [run.postgresData, `${run.directory}/nats`, run.filesDirectory]) rmSync(lost, { recursive: true, force: true });
}

/** Sends a photo to each service that keeps files; where it can be read. */
async function sendPhotos(): Promise<string[]> {
  const api = await as('demo');
  const sent = ['intake', 'dispatch', 'case-mediation', 'inspection'].map(async (service) => {
    const { id } = await done<Row>(api.post(`/api/${service}/v1/files`, photo()));
    return `/api/${service}/v1/files/${id}`;
  });
  return Promise.all(sent);
}

const readPhotos = async (): Promise<unknown[]> => {
  const api = await as('demo');
  return Promise.all(photos.map((path) => done(api.get(path))));
};

let dump: string;
let photos: string[];
let seen: unknown[];
let truth: Record<string, unknown>;
beforeAll(async () => {
  run = await ComposeRun.prepare();
  await run.up();
  await registerClients(() => run.environment('gateway'), clients);
  await loadDemo(run.url, await tokenFor(run.url, clients[0]));

  const api = await as('demo');
  const requests: Row[] = [];
  for (let n = 1; n <= 3; n += 1) requests.push(await register(api, n));
  for (const { id } of requests) await answer(id);
  for (const { id } of requests) await callBack(api, id);
  await eventually(async () => expect(await figures(api)).toMatchObject({ received: 3, closed: 3 }));

  // Evaluation is away: two more requests are on their way to it, in the broker only.
  await run.stop('evaluation');
  for (let n = 4; n <= 5; n += 1) await answer((await register(api, n)).id);
  await published(SERVICES.filter((service) => service !== 'evaluation'));

  photos = await sendPhotos();
  seen = await readPhotos();

  // Both back-ups, and what would have been without the disaster.
  if (client) dump = await dumpWhileBusy();
  await run.down();
  run.copyDatabase(`${run.directory}/backup`);
  await run.up();
  const before = await as('demo');
  await eventually(async () => expect(await figures(before)).toMatchObject({ received: 5, closed: 3 }));
  truth = await figures(before);
}, 240_000);
afterAll(() => run.remove());

/** After a restore: what was on its way comes back, nothing counts twice, nobody is left out, and work goes on. */
async function expectAllBack(): Promise<void> {
  const api = await as('demo');
  expect(await figures(api)).toMatchObject({ received: 3, closed: 3 }); // what was on its way is missing
  const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
  for (const service of SERVICES) await done(api.post(`/api/${service}/v1/outbox/republish`, { since }));
  await published(SERVICES);
  await eventually(async () => expect(await figures(api)).toEqual(truth));
  for (const service of SERVICES) expect(await done(api.get(`/api/${service}/v1/dead-letters?state=waiting`))).toMatchObject({ items: [] });
  const { id } = await register(api, 6);
  await answer(id);
  await callBack(api, id);
  await eventually(async () => expect(await figures(api)).toMatchObject({ received: 6, closed: 4 }));
}

describe('a back-up of database and files', () => {
  withClient(
    'that was dumped while requests came in brings everything back, and what was on its way counts once',
    async () => {
      await disaster();
      await run.startPostgres();
      const said = await run.script('restore.sh', [dump], client ?? '');
      expect(said).toMatch(/^restored: the rows of all \d+ tables/m);
      expect(said.match(/^restored: the files of .*$/gm)).toHaveLength(4);
      await run.up();
      await expectAllBack();
      expect(await readPhotos()).toEqual(seen);
      // Of those that came meanwhile each is in it with all it belongs to, or not at all.
      const taken = await rowsOf('intake.request', BUSY_AREA);
      expect(taken).toBeGreaterThan(0);
      await eventually(async () => expect(await figures(await as('demo'), BUSY_AREA)).toMatchObject({ received: taken }));
      expect(await rowsOf('dispatch.work_order', BUSY_AREA)).toBe(taken);
    },
    180_000,
  );

  withClient('is not begun with when it breaks off, and goes into no database that is there', async () => {
    const [broken, half] = [`${run.directory}/broken.sql.gz`, `${run.directory}/half.sql.gz`];
    writeFileSync(broken, gzipSync(gunzipSync(readFileSync(dump)).subarray(0, -1_000)));
    await expect(run.script('restore.sh', [broken], client ?? '')).rejects.toThrow('the back-up breaks off');
    copyFileSync(dump, half);
    writeFileSync(
      `${run.directory}/half-files-intake.tar.gz`,
      readFileSync(dump.replace('.sql.gz', '-files-intake.tar.gz')).subarray(0, -20),
    );
    await expect(run.script('restore.sh', [half], client ?? '')).rejects.toThrow('half-files-intake.tar.gz breaks off');
    await expect(run.script('restore.sh', [dump], client ?? '')).rejects.toThrow('there is a database already, and it is not touched');
  });

  it('that was copied cold brings everything back, and what was on its way counts once', async () => {
    await disaster();
    run.restoreDatabase(`${run.directory}/backup`);
    await run.up();
    await expectAllBack();
  }, 180_000);
});
