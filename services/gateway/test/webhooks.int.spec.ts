import { describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { Webhook } from 'standardwebhooks';
import { type Claims, COMMUNITY, PATH, READ, type Received, type Subscription, TYPES } from './receiver.js';
import { startWebhooks } from './webhook-stack.js';

const { stack, as, newReceiver, tell, request, remind, register, deliveriesOf, upTo } = startWebhooks();

describe('a webhook', () => {
  it('is sent what its client may hear, signed as Standard Webhooks says, and keeps a log of it', async () => {
    const receiver = await newReceiver();
    const client = await as('signed');
    const { id, secret } = await register(client, receiver.url);
    const [order, sourceId] = [newId(), await request()];
    const eventId = await remind(order, sourceId);
    await eventually(() => expect(receiver.received).toHaveLength(1));
    const [{ headers, body, event }] = receiver.received as [Received];
    expect(new Webhook(secret).verify(body, headers)).toEqual(event);
    expect(event).toMatchObject({ type: TYPES[0], subject: order, subjectVersion: 1, data: { workOrderId: order, level: 'reminder' } });
    expect(headers['webhook-id']).toBe(eventId);
    await eventually(async () =>
      expect(await deliveriesOf(client, id)).toMatchObject([
        { eventId, type: TYPES[0], state: 'delivered', tries: 1, status: 204, fault: null },
      ]),
    );
    const stored = JSON.stringify(await stack().sql('gateway', 'select * from webhook where id = $1', [id]));
    expect(stored).not.toContain(secret.slice(6));
    expect(JSON.stringify((await client.get(`${PATH}/${id}`)).body)).not.toContain(secret);
  });

  it('is sent the events of one aggregate in their order, also when one does not arrive at first, and each at least once', async () => {
    const receiver = await newReceiver();
    const failed = new Set<string>();
    receiver.answering = ({ id, event }, response) => {
      const fails = event.subjectVersion === 3 && !failed.has(id);
      failed.add(id);
      response.writeHead(fails ? 500 : 200).end();
    };
    await register(await as('ordered'), receiver.url);
    const sourceId = await request();
    const [one, other] = [newId(), newId()];
    for (let n = 0; n < 8; n++) await Promise.all([remind(one, sourceId), remind(other, sourceId)]);
    await eventually(() => {
      for (const order of [one, other]) expect(receiver.versionsOf(order)).toEqual([1, 2, 3, 3, 4, 5, 6, 7, 8]);
    });
  });

  it('is sent nothing beyond its area and its types, nothing confidential, and nothing that names its client as recused', async () => {
    const receiver = await newReceiver();
    await register(await as('scoped'), receiver.url, { areaCode: undefined });
    const narrow = await newReceiver();
    await register(await as('narrow', { area: COMMUNITY }), narrow.url);
    const here = newId();
    await remind(newId(), await request({ confidential: true }));
    await remind(newId(), await request({ barredAccountIds: ['scoped', 'narrow'] }));
    const sourceId = await request({ areaCode: '230903012001' });
    const there = newId();
    await remind(there, sourceId, '230903012001');
    await tell('dispatch.work-order.accepted.v1', newId(), { sourceId });
    await remind(here, await request());
    await eventually(() => expect(receiver.versionsOf(here)).toEqual([1]));
    await eventually(() => expect(narrow.versionsOf(here)).toEqual([1]));
    expect(receiver.received.map(({ event }) => event.subject)).toEqual([there, here]);
    expect(narrow.received.map(({ event }) => event.subject)).toEqual([here]);
  });

  it('is refused for an address of the house, without TLS, and beyond what its client may hear', async () => {
    const client = await as('refused', { area: COMMUNITY });
    const refusal = async (body: object) =>
      (await client.post<{ code: string }>(PATH, { url: 'https://a.example', types: TYPES, ...body })).body.code;
    for (const url of [
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://169.254.169.254/x',
      'https://0x0a000001/',
      'ftp://a.example',
      'https://u:p@a.example',
    ])
      expect([url, await refusal({ url })]).toEqual([url, 'gateway.webhook.url_refused']);
    expect(await refusal({ types: ['inspection.hazard.found.v1'] })).toBe('gateway.webhook.type_not_heard');
    expect(await refusal({ types: ['intake.access.recorded.v1'] })).toBe('platform.invalid_input');
    const person = await as('person', { clientId: 'console', sub: 'somebody' } as Claims);
    expect([201, 403]).toContain((await person.post(PATH, { url: 'https://b.example', types: TYPES })).status);
  });

  it('is seen and changed by its own client, and by administrators of its area', async () => {
    const { id } = await register(await as('owner'), 'https://owner.example/hook');
    expect((await (await as('stranger')).get(`${PATH}/${id}`)).status).toBe(404);
    expect((await (await as('stranger')).post(`${PATH}/${id}/rotate`)).status).toBe(404);
    const administrator = await as('administrator', { roles: ['administrator'] });
    expect((await administrator.get<Subscription>(`${PATH}/${id}`)).body).toMatchObject({ ownerId: 'owner', areaCode: '230903' });
    expect((await (await as('elsewhere', { roles: ['administrator'], area: '230904' })).get(`${PATH}/${id}`)).status).toBe(404);
    expect((await administrator.post<Subscription>(`${PATH}/${id}/disable`)).body).toMatchObject({
      state: 'disabled',
      disabledReason: 'asked',
    });
    const audit = await stack().sql('gateway', 'select action, actor_id as actor from audit where subject = $1 order by id', [id]);
    expect(audit).toEqual([
      { action: 'webhook-registered', actor: 'owner' },
      { action: 'webhook-disabled', actor: 'administrator' },
    ]);
    expect((await (await as('owner')).post(PATH, { url: 'https://owner.example/hook', types: TYPES })).status).toBe(409);
  });

  it('hears no more than its client may hear by now: what is taken from the client, it is not told, until it is given back', async () => {
    const [receiver, other] = [await newReceiver(), await newReceiver()];
    await stack().sql(
      'gateway',
      `insert into client (id, name, secret_hash, scopes, roles, area) values ('narrowed', 'n', 'none', $1, '{leader}', '230903')`,
      [['gateway:listen', ...READ]],
    );
    await register(await as('narrowed'), receiver.url);
    await register(await as('beside'), other.url);
    const [sourceId, order] = [await request(), newId()];
    let told = 0;
    const remindAll = async () => {
      await remind(order, sourceId);
      told += 1;
      await eventually(() => expect(new Set(other.versionsOf(order)).size).toBe(told)); // one may come twice
    };
    const all = { org: null, scopes: ['gateway:listen', ...READ], area: '230903', disabledAt: null };
    const narrow = async (less: object) => {
      const { org, scopes, area, disabledAt } = { ...all, ...less };
      await stack().sql('gateway', `update client set org = $1, scopes = $2, area = $3, disabled_at = $4 where id = 'narrowed'`, [
        org,
        scopes,
        area,
        disabledAt,
      ]);
      await remindAll(); // by then it is known
    };
    const narrowings = [
      { org: 'other-bureau' },
      { scopes: ['dispatch:read'] },
      { scopes: ['gateway:listen'] },
      { area: '230904' },
      { disabledAt: new Date() },
    ];
    for (const less of narrowings) {
      await narrow(less);
      const before = new Set(receiver.versionsOf(order)).size;
      await remindAll();
      await remindAll();
      expect([less, [...new Set(receiver.versionsOf(order))]]).toEqual([less, upTo(before)]);
    }
    await narrow({});
    await eventually(() => expect(receiver.versionsOf(order).at(-1)).toBe(told));
  }, 60_000);

  it('of an organisation that is no more is sent nothing, and those of others are sent theirs', async () => {
    const organisationId = newId();
    const facts = { organisationId, code: 'merged-bureau', name: '某局', kind: 'street', areaCode: '230903' } as const;
    await stack().publish('dispatch.organisation.registered.v1', { id: organisationId, version: 1 }, facts);
    await eventually(async () =>
      expect(await stack().sql('gateway', `select from organisation where code = 'merged-bureau'`)).toHaveLength(1),
    );
    const [receiver, other] = [await newReceiver(), await newReceiver()];
    await register(await as('merged', { org: 'merged-bureau' }), receiver.url);
    await register(await as('stays'), other.url);
    const [sourceId, order] = [await request(), newId()];
    await remind(order, sourceId);
    await eventually(() => expect([receiver, other].map((each) => each.versionsOf(order).length > 0)).toEqual([true, true]));
    const retired = { ...facts, retiredAt: new Date().toISOString(), successorOrganisation: 'next-bureau' };
    await stack().publish('dispatch.organisation.registered.v1', { id: organisationId, version: 2 }, retired);
    await eventually(async () =>
      expect(await stack().sql('gateway', `select from organisation where successor_organisation = 'next-bureau'`)).toHaveLength(1),
    );
    await stack().sql('gateway', 'select pg_sleep(2.5)'); // as long as an organisation is remembered as it was
    const later = newId();
    await remind(later, sourceId);
    await eventually(() => expect(other.versionsOf(later)).toContain(1));
    expect(receiver.versionsOf(later)).toEqual([]);
  }, 30_000);

  it('is not told what has been hidden since: what did not arrive is looked at again before it is sent again', async () => {
    const receiver = await newReceiver();
    receiver.answering = (_, response) => void response.writeHead(500).end();
    const client = await as('hidden-meanwhile');
    const { id } = await register(client, receiver.url);
    const [sourceId, order] = [await request(), newId()];
    await remind(order, sourceId);
    await eventually(() => expect(receiver.versionsOf(order).length).toBeGreaterThan(0));
    await tell('intake.request.replied.v1', sourceId, { requestId: sourceId, confidential: true });
    await eventually(async () => expect(await deliveriesOf(client, id)).toMatchObject([{ state: 'dropped' }]), { timeout: 30_000 });
  }, 45_000);

  it('is signed with the new secret and the one before while both hold, and is tried with an event that tells of nothing', async () => {
    const receiver = await newReceiver();
    const client = await as('rotating');
    const { id, secret } = await register(client, receiver.url);
    const { body: rotated } = await client.post<Subscription>(`${PATH}/${id}/rotate`);
    expect((await client.post(`${PATH}/${id}/test`)).status).toBe(202);
    await eventually(() => expect(receiver.received).toHaveLength(1));
    const [{ body, headers }] = receiver.received as [Received];
    for (const one of [secret, rotated.secret])
      expect(new Webhook(one).verify(body, headers)).toMatchObject({ type: 'gateway.webhook.tested.v1' });
  });

  it('is sent once more what has happened since a time', async () => {
    const receiver = await newReceiver();
    const client = await as('replaying');
    const { id } = await register(client, receiver.url);
    const order = newId();
    const sourceId = await request();
    for (let n = 0; n < 3; n++) await remind(order, sourceId);
    await eventually(() => expect(receiver.versionsOf(order)).toEqual([1, 2, 3]));
    await client.post(`${PATH}/${id}/replay`, { since: new Date(Date.now() - 3_600_000).toISOString() });
    await eventually(() => expect(receiver.versionsOf(order)).toEqual([1, 2, 3, 1, 2, 3]));
    const ids = receiver.received.filter(({ event }) => event.subject === order).map((one) => one.id);
    expect(ids.slice(0, 3)).toEqual(ids.slice(3));
  });
});
