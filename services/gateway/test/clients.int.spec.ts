import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { decodeJwt } from 'jose';
import { CLIENTS, district, type List, type Refusal, stack, startIssuer } from './accounts.js';
import { postToken, upsert } from './support.js';

jest.setTimeout(30_000); // commands are processes of their own

beforeAll(startIssuer, 90_000);
afterAll(() => stack?.stop());

describe('a client over REST', () => {
  const SYSTEM = {
    name: '住建局业务系统',
    scopes: ['dispatch:read'],
    roles: ['handler'],
    areaCode: '230903',
    organisation: 'housing-bureau',
  };
  const token = (id: string, secret: string) => postToken(stack.url('gateway'), { grant_type: 'client_credentials' }, `${id}:${secret}`);

  it('is registered, given a secret that is shown once, changed, and disabled', async () => {
    const made = await district.post<object>(CLIENTS, { id: 'housing', ...SYSTEM });
    expect(made).toMatchObject({ status: 201, body: { id: 'housing', version: 1, secret: 'generated' } });
    const first = (await district.post<{ secret: string }>(`${CLIENTS}/housing/renew`)).body.secret;
    expect(decodeJwt((await token('housing', first)).body.access_token)).toMatchObject({ org: 'housing-bureau', area: '230903' });
    const { secret } = (await district.post<{ secret: string }>(`${CLIENTS}/housing/renew`)).body;
    expect((await token('housing', first)).status).toBe(401);
    await district.post(`${CLIENTS}/housing/change`, { ...SYSTEM, roles: ['handler', 'reviewer'] });
    expect(decodeJwt((await token('housing', secret)).body.access_token)).toMatchObject({ roles: ['handler', 'reviewer'] });
    await district.post(`${CLIENTS}/housing/disable`);
    expect((await token('housing', secret)).status).toBe(401);
    expect((await district.get<List<{ id: string }>>(`${CLIENTS}?state=disabled`)).body.items.map(({ id }) => id)).toContain('housing');
  });

  it('is called by tokens that end with its secret and with itself, in every service, and whoever listens by one hears no more', async () => {
    const { body: listener } = await district.post<{ id: string }>(CLIENTS, {
      ...SYSTEM,
      id: 'listening',
      scopes: ['dispatch:read', 'gateway:read', 'gateway:listen'],
    });
    const renew = async () => (await district.post<{ secret: string }>(`${CLIENTS}/${listener.id}/renew`)).body.secret;
    const tokenBy = async (secret: string): Promise<string> => (await token(listener.id, secret)).body.access_token;
    const statuses = (bearer: string) =>
      Promise.all(
        ['/api/gateway/v1/code-tables', '/api/dispatch/v1/work-orders'].map(
          async (path) => (await stack.http('gateway', bearer).get(path)).status,
        ),
      );
    const others = await tokenBy(await renew());
    const good = [200, 503]; // dispatch does not run here
    expect(await statuses(others)).toEqual(good);
    const listening = (
      await fetch(`${stack.url('gateway')}/api/gateway/v1/live`, { headers: { authorization: `Bearer ${others}` } })
    ).text();
    const secret = await renew();
    const renewedAt = Date.now();
    await eventually(async () => expect(await statuses(others)).toEqual([401, 401]), { timeout: 5_000 });
    expect(Date.now() - renewedAt).toBeLessThan(2_000); // 250 ms, on a machine with nothing else to do
    await listening; // is over
    const own = await tokenBy(secret);
    expect(await statuses(own)).toEqual(good);
    expect((await district.post(`${CLIENTS}/${listener.id}/disable`)).status).toBe(200);
    await eventually(async () => expect(await statuses(own)).toEqual([401, 401]), { timeout: 5_000 });
    await district.post(`${CLIENTS}/${listener.id}/enable`);
    expect(await statuses(await tokenBy(secret))).toEqual(good);
    expect(await statuses(own)).toEqual([401, 401]);
  });

  it('that is public needs an address to come back to, and has no secret', async () => {
    const page = { id: 'page', ...SYSTEM, isPublic: true };
    expect((await district.post<Refusal>(CLIENTS, page)).body.code).toBe('gateway.client.redirect_missing');
    expect((await district.post(CLIENTS, { ...page, redirectUris: ['http://example.org/back'] })).status).toBe(422);
    expect((await district.post(CLIENTS, { ...page, redirectUris: ['https://app.example.cn/back'] })).status).toBe(201);
    expect((await district.post<Refusal>(`${CLIENTS}/page/renew`)).body.code).toBe('gateway.client.public');
  });
});

describe('a client by command', () => {
  it('is changed by a file that is applied twice once, and what changed of it is told', async () => {
    const client = {
      id: 'applied',
      name: 'a',
      secret: 'a secret of its own',
      scopes: ['intake:read'],
      redirectUris: ['https://a.example/'],
    };
    for (const file of [
      client,
      client,
      { ...client, secret: 'a secret of another' },
      { ...client, secret: 'a secret of another', redirectUris: [] },
    ])
      await upsert(stack, 'clients', file);
    const lines = await stack.sql('gateway', `select action, detail from audit where subject = 'applied' order by id`);
    const [{ version } = { version: 0 }] = await stack.sql<{ version: number }>(
      'gateway',
      `select credential_version as version from client where id = 'applied'`,
    );
    expect(version).toBe(2); // its tokens ended once, with its secret
    expect(lines).toEqual([
      { action: 'client-registered', detail: { scopes: 'intake:read' } },
      { action: 'client-changed', detail: { secret: 'changed' } },
      { action: 'client-changed', detail: { redirectUris: 'changed' } },
    ]);
  });
});
