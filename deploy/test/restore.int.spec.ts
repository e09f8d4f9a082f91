import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES, type Service } from '@zero-distance/contracts';
import { demoClients, loadDemo, registerClients } from '@zero-distance/local-stack';
import { eventually, type HttpClient, httpClient } from '@zero-distance/testing';
import { ComposeRun } from './compose-run.js';

// The procedure of docs/operators/backup.md with a cold copy: what is saved is the database and nothing else. The broker's
// streams are lost with the machine; what was in them on its way comes again from the services' archives.

const AREA = '230903011001';
const FIGURES = `/api/evaluation/v1/figures?areaCode=${AREA}&period=${new Date().getFullYear()}`;
const clients = demoClients('restore test');

let run: ComposeRun;
beforeAll(async () => {
  run = await ComposeRun.prepare();
  await run.up();
  await registerClients(() => run.environment('gateway'), clients);
  await loadDemo(run.url, clients[0]);
}, 120_000);
afterAll(() => run.remove());

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

const register = (api: HttpClient, n: number): Promise<Row> =>
  done(
    api.post('/api/intake/v1/requests', {
      kind: 'complaint',
      channel: 'party-led-hotline',
      categoryCode: '010204',
      areaCode: AREA,
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

const figures = (api: HttpClient): Promise<Record<string, unknown>> => done(api.get(FIGURES));

/** Waits until every event of these services is in the broker. */
async function published(services: readonly Service[]): Promise<void> {
  for (const service of services) {
    await eventually(async () => {
      const page = await (await fetch(`http://127.0.0.1:${run.environment(service).PORT}/metrics`)).text();
      expect(page).toMatch(/^zd_outbox_depth(?:\{[^}]*\})? 0$/m);
    });
  }
}

describe('a back-up of the database alone', () => {
  it('brings everything back, and what was on its way counts once', async () => {
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

    // The back-up, and what would have been without the disaster.
    await run.down();
    run.copyDatabase(`${run.directory}/backup`);
    await run.up();
    const before = await as('demo');
    await eventually(async () => expect(await figures(before)).toMatchObject({ received: 5, closed: 3 }));
    const truth = await figures(before);

    // The disaster: database and broker are gone.
    await run.down();
    rmSync(run.postgresData, { recursive: true });
    rmSync(`${run.directory}/nats`, { recursive: true });

    // The restore.
    run.restoreDatabase(`${run.directory}/backup`);
    await run.up();
    const after = await as('demo');
    expect(await figures(after)).toMatchObject({ received: 3, closed: 3 }); // what was on its way is missing
    const since = new Date(Date.now() - 7 * 86_400_000).toISOString();
    for (const service of SERVICES) await done(after.post(`/api/${service}/v1/outbox/republish`, { since }));
    await published(SERVICES);
    await eventually(async () => expect(await figures(after)).toEqual(truth));

    // Nothing counted twice, nobody was left out, and work goes on.
    for (const service of SERVICES)
      expect(await done(after.get(`/api/${service}/v1/dead-letters?state=waiting`))).toMatchObject({ items: [] });
    const { id } = await register(after, 6);
    await answer(id);
    await callBack(after, id);
    await eventually(async () => expect(await figures(after)).toMatchObject({ received: 6, closed: 4 }));
  }, 240_000);
});
