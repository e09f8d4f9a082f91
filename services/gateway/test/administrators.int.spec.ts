import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import {
  ACCOUNTS,
  type Account,
  ADMINISTRATOR,
  bringBack,
  CHOSEN,
  CLIENTS,
  clientOf,
  district,
  GIVEN,
  given,
  type List,
  type Refusal,
  registered,
  stack,
  startIssuer,
  street,
} from './accounts.js';
import { postToken, upsert } from './support.js';

jest.setTimeout(30_000); // commands are processes of their own

beforeAll(startIssuer, 90_000);
afterAll(() => stack?.stop());

describe('an administrator', () => {
  it('sees and gives no more than their own area', async () => {
    const wide = await registered('wide', { areaCode: '230903' });
    const narrow = await registered('narrow');
    const seen = (await street.get<List<Account>>(`${ACCOUNTS}?limit=200`)).body.items;
    expect(seen.map(({ username }) => username)).toContain('narrow');
    expect(seen.every(({ areaCode }) => areaCode?.startsWith('230903001'))).toBe(true);
    expect((await street.get(`${ACCOUNTS}/${wide.id}`)).status).toBe(404);
    expect((await street.post(`${ACCOUNTS}/${wide.id}/disable`)).status).toBe(404);
    for (const areaCode of ['230903', '230903002', undefined]) {
      const refused = await street.post<Refusal>(`${ACCOUNTS}/${narrow.id}/change`, { ...GIVEN, areaCode });
      expect([refused.status, refused.body.code]).toEqual([403, 'gateway.holder.area_wider']);
      expect((await street.post(ACCOUNTS, { username: 'too.wide', ...GIVEN, areaCode })).status).toBe(403);
    }
  });

  it.each([
    ['a role that does not exist', { roles: ['king'] }, 'platform.invalid_input'],
    ['a scope that does not exist', { scopes: ['bogus:read'] }, 'platform.invalid_input'],
    ['roles that one person may not have together', { roles: ['handler', 'reviewer'] }, 'gateway.holder.roles_not_separate'],
    ['an organisation that nobody registered', { organisation: 'no-such-bureau' }, 'gateway.organisation.unknown'],
    ['an area that nobody registered', { areaCode: '230903005' }, 'gateway.area.unknown'],
  ])('gives no %s', async (_, more, code) => {
    const { status, body } = await district.post<Refusal>(ACCOUNTS, { username: 'never', ...GIVEN, ...more });
    expect([status, body.code]).toEqual([422, code]);
  });

  it('gives nobody a scope beyond their own, and takes none away from who was given it by another', async () => {
    const beyond = { ...GIVEN, scopes: ['intake:read', 'intake:reveal'] };
    const refused = await district.post<Refusal>(ACCOUNTS, { username: 'beyond', ...beyond });
    expect([refused.status, refused.body.code]).toEqual([403, 'gateway.holder.scope_beyond_own']);
    const system = { id: 'beyond', ...beyond, roles: ['intake-clerk'] };
    expect((await district.post<Refusal>(CLIENTS, system)).body.code).toBe('gateway.holder.scope_beyond_own');
    const [made] = await upsert(stack, 'accounts', {
      username: 'revealing',
      password: CHOSEN,
      scopes: beyond.scopes,
      roles: beyond.roles,
      area: '230903001',
    });
    expect(made).toBeDefined(); // by the command, which gives everything
    const [{ id }] = (await district.get<List<Account>>(`${ACCOUNTS}?username=revealing`)).body.items as [Account];
    expect((await district.post(`${ACCOUNTS}/${id}/change`, { ...beyond, name: '张维' })).status).toBe(200);
    expect((await district.post(`${ACCOUNTS}/${id}/change`, { ...beyond, scopes: [...beyond.scopes, 'intake:erase'] })).status).toBe(403);
  });

  it.each([
    ['a name of the house itself', 'system', 'name_reserved', /name of the house/],
    ['a telephone', '13800001234', 'name_personal', /somebody’s number/],
    ['the number of an identity card', '230903198001011234', 'name_personal', /somebody’s number/],
  ])('calls nobody by %s, neither by REST nor by command', async (_, name, code, says) => {
    const answers = [
      await district.post<Refusal>(ACCOUNTS, { username: name, ...GIVEN }),
      await district.post<Refusal>(CLIENTS, { id: name, ...GIVEN }),
    ];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([422, `gateway.holder.${code}`]);
    const any = { scopes: ['intake:read'], roles: ['intake-clerk'] };
    await expect(upsert(stack, 'clients', { id: name, name: 'x', ...any })).rejects.toThrow(says);
    await expect(upsert(stack, 'accounts', { username: name, password: CHOSEN, ...any })).rejects.toThrow(says);
  });

  it('registers a username once', async () => {
    await registered('twin');
    const { status, body } = await district.post<Refusal>(ACCOUNTS, { username: 'twin', ...GIVEN });
    expect([status, body.code]).toEqual([409, 'gateway.account.username_taken']);
  });

  it('gets the same answer again for the same Idempotency-Key, and another one-time password each time', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await district.post<Account>(ACCOUNTS, { username: 'repeated', ...GIVEN }, { headers });
    const again = await district.post<Account>(ACCOUNTS, { username: 'repeated', ...GIVEN }, { headers });
    expect(again.body).toEqual(first.body);
    expect(await given(first.body.id)).not.toBe(await given(first.body.id));
    const kept = await stack.sql('gateway', `select 1 from idempotency where answer::text like '%password%'`);
    expect(kept).toEqual([]);
  });

  it('changes and disables everybody but themselves, and never the last who can manage others', async () => {
    const own = await district.post<Refusal>(`${CLIENTS}/district/disable`);
    expect([own.status, own.body.code]).toEqual([403, 'gateway.holder.own']);
    expect((await street.post(`${CLIENTS}/district/disable`)).status).toBe(404); // wider than the street
    const other = await clientOf('other', '230903');
    expect((await other.post(`${CLIENTS}/street/disable`)).status).toBe(200);
    expect((await other.post(`${CLIENTS}/district/disable`)).status).toBe(200);
    await registered('no.password', ADMINISTRATOR); // nobody can log in with it
    await clientOf('village', '230903001001');
    await eventually(async () => {
      const ended = await district.post<Refusal>(`${CLIENTS}/other/disable`);
      expect([ended.status, ended.body.code]).toEqual([401, 'platform.token_invalid']);
    });
    await expect(stack.run('gateway', 'clients', 'disable', 'other')).rejects.toThrow('There is no other administrator');
    await bringBack(other);
  });

  it('who acts for an organisation sees and makes accounts and clients of that one alone', async () => {
    const bureau = await clientOf('bureau-admin', '230903', { org: 'housing-bureau' });
    const theirs = await registered('of.bureau', { organisation: 'housing-bureau' });
    const others = await registered('of.nobody');
    const { body } = await bureau.get<{ items: Account[] }>(`${ACCOUNTS}?limit=200`);
    expect(new Set(body.items.map(({ organisation }) => organisation))).toEqual(new Set(['housing-bureau']));
    expect(body.items.map(({ id }) => id)).toContain(theirs.id);
    expect((await bureau.post(`${ACCOUNTS}/${others.id}/one-time-password`)).status).toBe(404);
    const made = await bureau.post<Refusal>(ACCOUNTS, { username: 'beyond', ...GIVEN, scopes: [] });
    expect([made.status, made.body.code]).toEqual([403, 'gateway.holder.organisation_not_own']);
  });

  it('is managed by command as any other, though it is called operator', async () => {
    await clientOf('operator', '230903');
    expect(await upsert(stack, 'clients', { id: 'operator', name: 'again', ...ADMINISTRATOR, area: '230903' })).toMatchObject([
      { outcome: 'updated' },
    ]);
    await stack.run('gateway', 'clients', 'disable', 'operator');
  });

  it('without the scope or the role manages nobody', async () => {
    const [made] = await upsert(stack, 'clients', {
      id: 'reader',
      name: 'r',
      scopes: ['gateway:read'],
      roles: ['administrator'],
      area: '230903',
    });
    const { body } = await postToken(stack.url('gateway'), { grant_type: 'client_credentials' }, `reader:${made?.secret}`);
    expect((await stack.http('gateway', body.access_token).get(ACCOUNTS)).status).toBe(403);
  });
});

describe('an administrator who has not all scopes', () => {
  const REVEALS = { scopes: ['intake:read', 'intake:reveal'], roles: ['intake-clerk'], area: '230903001' };
  const MORE = 'gateway.holder.may_more';

  it('opens no way into an account that may do more than they may, and shuts it whenever it has to be', async () => {
    const [{ id } = {}] = await upsert(stack, 'accounts', { username: 'revealer', password: CHOSEN, ...REVEALS });
    for (const way of ['one-time-password', 'enable', 'unlock', 'remove-second-factor']) {
      const { status, body } = await street.post<Refusal>(`${ACCOUNTS}/${id}/${way}`);
      expect([way, status, body.code]).toEqual([way, 403, MORE]);
    }
    expect((await street.post(`${ACCOUNTS}/${id}/end-sessions`, {})).status).toBe(204);
    expect((await street.post(`${ACCOUNTS}/${id}/disable`)).status).toBe(200);
  });

  it('has the codes of no client that may do more come to another address, and renews no secret of one', async () => {
    const redirectUris = ['https://app.example.cn/back'];
    await upsert(stack, 'clients', { id: 'revealing', name: 'r', ...REVEALS, redirectUris });
    const body = { name: 'r', scopes: REVEALS.scopes, roles: REVEALS.roles, areaCode: REVEALS.area, redirectUris };
    expect((await street.post(`${CLIENTS}/revealing/change`, { ...body, name: 'other' })).status).toBe(200);
    const moved = await street.post<Refusal>(`${CLIENTS}/revealing/change`, { ...body, redirectUris: ['https://evil.example/back'] });
    expect([moved.status, moved.body.code]).toEqual([403, MORE]);
    for (const way of ['renew', 'enable', 'unlock'])
      expect((await street.post<Refusal>(`${CLIENTS}/revealing/${way}`)).body.code).toBe(MORE);
  });
});
