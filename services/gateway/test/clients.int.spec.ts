import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
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
    expect(lines).toEqual([
      { action: 'client-registered', detail: { scopes: 'intake:read' } },
      { action: 'client-changed', detail: { secret: 'changed' } },
      { action: 'client-changed', detail: { redirectUris: 'changed' } },
    ]);
  });
});
