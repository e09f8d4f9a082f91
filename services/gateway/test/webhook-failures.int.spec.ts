import { describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { PATH, TYPES } from './receiver.js';
import { startWebhooks } from './webhook-stack.js';

const { stack, as, newReceiver, tell, request, remind, register, deliveriesOf, upTo } = startWebhooks();

describe('a webhook', () => {
  it('whose receiver hangs, redirects, trickles or leads into the house is cut off, and holds up nobody else', async () => {
    const [hanging, redirecting, trickling, well] = await Promise.all([newReceiver(), newReceiver(), newReceiver(), newReceiver()]);
    hanging.answering = () => undefined;
    redirecting.answering = (_, response) => void response.writeHead(302, { location: well.url }).end();
    trickling.answering = (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.on('close', () => clearInterval(drip));
    };
    const client = await as('slow');
    const bad = await Promise.all([hanging, redirecting, trickling].map(({ url }) => register(client, url)));
    await register(await as('quick'), well.url);
    const sourceId = await request();
    const orders = Array.from({ length: 30 }, () => newId());
    for (const order of orders) await remind(order, sourceId);
    await eventually(() => expect(new Set(well.received.map(({ event }) => event.subject)).size).toBe(30));
    expect(well.received).toHaveLength(30);
    await eventually(async () =>
      expect((await deliveriesOf(client, bad[1]?.id ?? '')).some(({ fault }) => fault === 'redirected')).toBe(true),
    );
    await eventually(async () =>
      expect((await deliveriesOf(client, bad[2]?.id ?? '')).some(({ state }) => state === 'delivered')).toBe(true),
    );
    await eventually(
      async () => expect((await deliveriesOf(client, bad[0]?.id ?? '')).some(({ fault }) => fault === 'timed-out')).toBe(true),
      { timeout: 20_000 },
    );
  }, 40_000);

  it('is not held up by webhooks of another client whose receiver hangs at the same address', async () => {
    const shared = await newReceiver();
    shared.answering = (_, response) => void (response.req.url?.endsWith('/well') && response.writeHead(200).end());
    const hostile = await as('hostile');
    const hanging = await Promise.all(['/hang/1', '/hang/2', '/hang/3'].map((path) => register(hostile, shared.url + path)));
    const { id } = await register(await as('neighbour'), `${shared.url}/well`);
    const sourceId = await request();
    const orders = Array.from({ length: 20 }, () => newId());
    for (const order of orders) await remind(order, sourceId);
    await eventually(async () => {
      const found = await deliveriesOf(await as('neighbour'), id);
      expect(found.map(({ state, tries, fault }) => ({ state, tries, fault }))).toEqual(
        orders.map(() => ({ state: 'delivered', tries: 1, fault: null })),
      );
    });
    for (const { id: each } of hanging) await hostile.post(`${PATH}/${each}/disable`); // the tests behind it are alone again
  });

  it('keeps what became of a try that ended while others were being saved, though nothing is sent afterwards', async () => {
    const receiver = await newReceiver();
    const open: (() => void)[] = [];
    receiver.answering = (_, response) => void open.push(() => response.writeHead(204).end());
    const { id } = await register(await as('slow-disk'), receiver.url);
    const sourceId = await request();
    for (const order of [newId(), newId()]) await remind(order, sourceId);
    await eventually(() => expect(open).toHaveLength(2));
    const held = stack().sql(
      'gateway',
      'select pg_sleep(1) from (select id from webhook_delivery where webhook_id = $1 for update) held limit 1',
      [id],
    );
    const waitsFor = (event: string) =>
      eventually(async () =>
        expect(
          await stack().sql('gateway', 'select 1 from pg_stat_activity where datname = current_database() and wait_event = $1', [event]),
        ).not.toHaveLength(0),
      );
    await waitsFor('PgSleep');
    open[0]?.();
    await waitsFor('transactionid'); // the first is being saved
    open[1]?.();
    await held;
    await eventually(async () =>
      expect((await deliveriesOf(await as('slow-disk'), id)).map(({ state }) => state)).toEqual(['delivered', 'delivered']),
    );
  });

  it('waits as long as a receiver asks that is busy', async () => {
    const receiver = await newReceiver();
    receiver.answering = (_, response) => void response.writeHead(429, { 'retry-after': '3600' }).end();
    const client = await as('busy');
    const { id } = await register(client, receiver.url);
    await remind(newId(), await request());
    const waiting = await eventually(async () => {
      const [row] = await stack().sql<{ wait: number; fault: string }>(
        'gateway',
        'select extract(epoch from next_at - now())::int as wait, fault from webhook_delivery where webhook_id = $1 and tries = 1',
        [id],
      );
      expect(row).toMatchObject({ fault: 'busy' });
      return row;
    });
    expect(waiting?.wait).toBeGreaterThan(3_000);
    const another = await newReceiver();
    expect((await client.post(`${PATH}/${id}/change`, { url: another.url, types: TYPES })).status).toBe(200);
    await eventually(() => expect(another.received).toHaveLength(1)); // it was the other receiver that asked
  });

  it('is one of twenty at most, of many that its client registers at once too', async () => {
    const client = await as('many');
    const { url } = await newReceiver();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => client.post(PATH, { url: `${url}/${i}`, types: ['intake.request.withdrawn.v1'] })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  });

  it('is tested and replayed so often and no more, by many calls at once too', async () => {
    const client = await as('asking');
    const { id } = await register(client, (await newReceiver()).url);
    const tests = await Promise.all(Array.from({ length: 40 }, () => client.post(`${PATH}/${id}/test`)));
    expect(tests.filter(({ status }) => status === 202)).toHaveLength(30);
    const since = new Date(Date.now() - 60_000).toISOString();
    const replays = [];
    for (let n = 0; n < 11; n++) replays.push(await client.post<{ code?: string }>(`${PATH}/${id}/replay`, { since }));
    expect(replays.filter(({ status }) => status === 200)).toHaveLength(10);
    const last = replays.at(-1);
    expect([last?.status, last?.body.code, Number(last?.headers.get('retry-after'))]).toEqual([
      429,
      'gateway.webhook.too_often',
      expect.closeTo(86_400, -2),
    ]);
  });

  it('whose receiver hangs is seen in the figures: what is under way, for how long, and for how long it has waited', async () => {
    const figures = async () => {
      const { body } = await stack().operations('gateway').get<string>('/metrics');
      const of = (name: string) => Number(new RegExp(`^zd_webhook_${name}(?:\\{.*\\})? (\\S+)$`, 'm').exec(body)?.[1]);
      return { underWay: of('deliveries_under_way'), tried: of('try_seconds'), waited: of('waiting_seconds') };
    };
    const receiver = await newReceiver();
    receiver.answering = () => undefined;
    const client = await as('hanging');
    const { id } = await register(client, receiver.url);
    await client.post(`${PATH}/${id}/test`);
    await eventually(async () => {
      const { underWay, tried, waited } = await figures();
      expect([underWay > 0, tried > 2, waited > 2]).toEqual([true, true, true]);
    });
    await client.post(`${PATH}/${id}/disable`);
    await eventually(async () => expect((await figures()).tried).toBeLessThan(1));
  });

  it('is disabled, and tells so, when its receiver is gone, or has taken nothing for as long as the policy says', async () => {
    const [gone, dead] = await Promise.all([newReceiver(), newReceiver()]);
    gone.answering = (_, response) => void response.writeHead(410).end();
    dead.answering = (_, response) => void response.writeHead(500).end();
    const client = await as('ending');
    const [first, second] = [await register(client, gone.url), await register(client, dead.url)];
    const sourceId = await request();
    const order = newId();
    await remind(order, sourceId);
    await eventually(async () =>
      expect((await client.get(`${PATH}/${first.id}`)).body).toMatchObject({ state: 'disabled', disabledReason: 'gone' }),
    );
    await eventually(async () => expect(await deliveriesOf(client, second.id)).toMatchObject([{ state: 'waiting', fault: 'refused' }]));
    await stack().kill('gateway');
    await stack().sql(
      'gateway',
      `update webhook_delivery set first_tried_at = now() - interval '73 hours', next_at = now() where webhook_id = $1`,
      [second.id],
    );
    await stack().restart('gateway');
    await eventually(
      async () =>
        expect((await client.get(`${PATH}/${second.id}`)).body).toMatchObject({ state: 'disabled', disabledReason: 'unreachable' }),
      { timeout: 30_000 },
    );
    const told = await eventually(async () => {
      const events = await stack().published('gateway.webhook.disabled.v1');
      expect(events.map(({ data }) => data.webhookId)).toEqual(expect.arrayContaining([first.id, second.id]));
      return events;
    });
    expect(told.find(({ data }) => data.webhookId === second.id)?.data).toMatchObject({ ownerId: 'ending', reasonCode: 'unreachable' });
    await client.post(`${PATH}/${second.id}/enable`); // what waits is tried as if it were new: it has as long again
    await eventually(async () => expect(await deliveriesOf(client, second.id)).toMatchObject([{ state: 'waiting', tries: 1 }]));
    expect((await client.get(`${PATH}/${second.id}`)).body).toMatchObject({ state: 'enabled' });
    dead.answering = (_, response) => void response.writeHead(200).end();
    await remind(order, sourceId);
    await eventually(() => expect(dead.versionsOf(order).slice(-2)).toEqual([1, 2]), { timeout: 20_000 });
  }, 90_000);

  it('loses nothing, and keeps the order of each aggregate, when the process is killed while it sends as fast as it can', async () => {
    const receiver = await newReceiver();
    const type = 'dispatch.work-order.accepted.v1'; // which no other webhook of these tests hears
    await register(await as('killed'), receiver.url, { types: [type] });
    const sourceId = await request();
    const orders = Array.from({ length: 50 }, () => newId());
    await stack().kill('gateway');
    for (let n = 0; n < 40; n++) await Promise.all(orders.map((workOrderId) => tell(type, workOrderId, { workOrderId, sourceId })));
    await stack().restart('gateway');
    for (const kill of [300, 1_200]) {
      await eventually(() => expect(receiver.received.length).toBeGreaterThan(kill), { timeout: 30_000 });
      await stack().kill('gateway');
      await stack().restart('gateway');
    }
    const firstOf = (order: string) => receiver.versionsOf(order).filter((version, i, all) => all.indexOf(version) === i);
    await eventually(() => expect(orders.filter((order) => firstOf(order).length < 40)).toEqual([]), { timeout: 40_000 });
    for (const order of orders) expect(firstOf(order)).toEqual(upTo(40));
  }, 120_000);
});
