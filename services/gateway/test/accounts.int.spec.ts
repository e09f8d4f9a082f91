import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas } from '@zero-distance/testing';
import { decodeJwt } from 'jose';
import { Secret, TOTP } from 'otpauth';
import { Browser } from './browser.js';
import { openLogIn, postToken, registerScreen, type Screen, tokenAt, tokensAt, upsert } from './support.js';

jest.setTimeout(30_000); // commands are processes of their own

const ACCOUNTS = '/api/gateway/v1/accounts';
const CLIENTS = '/api/gateway/v1/clients';
const ADMINISTRATOR = {
  scopes: ['gateway:administer', 'gateway:audit', 'gateway:read', 'gateway:listen', 'intake:read', 'dispatch:read'],
  roles: ['administrator'],
};
const CHOSEN = 'a sentence that I chose myself';

interface Account {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly state: string;
  readonly areaCode: string | null;
  readonly organisation: string | null;
  readonly oneTimeUntil: string | null;
}
interface Refusal {
  readonly code: string;
}
interface List<T> {
  readonly items: readonly T[];
}

let stack: TestStack;
let district: HttpClient;
let street: HttpClient;
let screen: Screen;

async function clientOf(id: string, area: string, more: object = {}): Promise<HttpClient> {
  const [made] = await upsert(stack, 'clients', { id, name: id, ...ADMINISTRATOR, area, ...more });
  const { body } = await postToken(stack.url('gateway'), { grant_type: 'client_credentials' }, `${id}:${made?.secret}`);
  return stack.http('gateway', body.access_token);
}

beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway' });
  await tellAreas(stack, 'gateway', ['230903001001', '230903002001']);
  const organisation = { organisationId: newId(), code: 'housing-bureau', name: '区住建局', kind: 'department', areaCode: '230903' };
  await stack.publish('dispatch.organisation.registered.v1', { id: organisation.organisationId, version: 1 }, organisation);
  await eventually(async () => expect(await stack.sql('gateway', 'select 1 from organisation')).toHaveLength(1));
  district = await clientOf('district', '230903');
  street = await clientOf('street', '230903001');
  screen = await registerScreen(stack, 'screen', ['intake:read', 'intake:write']);
}, 90_000);
afterAll(() => stack?.stop());

const GIVEN = { name: '张伟', scopes: ['intake:read'], roles: ['intake-clerk'], areaCode: '230903001' };

async function registered(username: string, more: object = {}, by = district): Promise<Account> {
  const { status, body } = await by.post<Account>(ACCOUNTS, { username, ...GIVEN, ...more });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

async function given(id: string): Promise<string> {
  const { status, body } = await district.post<{ password: string }>(`${ACCOUNTS}/${id}/one-time-password`);
  expect(status).toBe(200);
  return body.password;
}

/** Logs in with a one-time password and chooses another. */
async function firstLogIn(username: string, oneTime: string, chosen = CHOSEN) {
  const browser = new Browser();
  const begun = await openLogIn(screen, browser, 'openid intake:read');
  const second = await browser.post(begun.page.url, { username, password: oneTime });
  expect(second.html).toContain('id="new-password"');
  const back = await browser.post(begun.page.url, { 'new-password': chosen, repeated: chosen });
  return { browser, begun, back };
}

async function logIn(username: string, password: string) {
  const browser = new Browser();
  const begun = await openLogIn(screen, browser, 'openid intake:read');
  return { browser, begun, back: await browser.post(begun.page.url, { username, password }) };
}

/** Somebody who knows the password and stops behind the first page; `goOn` sends what the next one asks for. */
async function underWay(username: string, password = CHOSEN) {
  const browser = new Browser();
  const { page } = await openLogIn(screen, browser, 'openid intake:read');
  const next = await browser.post(page.url, { username, password, 'change-password': 'yes' });
  expect(next.status).toBe(200);
  return { goOn: (code = '') => browser.post(page.url, { code, 'new-password': OF_A_THIEF, repeated: OF_A_THIEF }) };
}
const OF_A_THIEF = 'a sentence of somebody else';
const BEGINS_ANEW = { status: 401, html: expect.stringMatching(/请重新登录.*id="password"/s) };

describe('an account over REST', () => {
  it('is registered, given a one-time password, and used by its person, who has to choose another at the first log-in', async () => {
    const account = await registered('zhang.wei', { organisation: 'housing-bureau' });
    expect(account).toMatchObject({ version: 1, username: 'zhang.wei', areaCode: '230903001', state: 'enabled' });
    const oneTime = await given(account.id);
    const { begun, back } = await firstLogIn('zhang.wei', oneTime);
    const token = decodeJwt(await tokenAt(screen, begun, back.url));
    expect(token).toMatchObject({ sub: account.id, area: '230903001', org: 'housing-bureau', roles: ['intake-clerk'] });
    expect((await logIn('zhang.wei', oneTime)).back.status).toBe(401);
    expect((await logIn('zhang.wei', CHOSEN)).back.status).toBe(303);
  });

  it.each([
    ['too short', 'short', 'short', '至少 10 个字符'],
    ['not the same twice', 'correct horse battery', 'correct horse batteries', '两次输入不一致'],
    ['with the username in it', 'the password of picky', 'the password of picky', '不得包含用户名'],
  ])('keeps no new password that is %s', async (_, password, repeated, says) => {
    const { items } = (await district.get<List<Account>>(`${ACCOUNTS}?username=picky`)).body;
    const { id } = items[0] ?? (await registered('picky'));
    const browser = new Browser();
    const begun = await openLogIn(screen, browser, 'openid intake:read');
    await browser.post(begun.page.url, { username: 'picky', password: await given(id) });
    const { status, html } = await browser.post(begun.page.url, { 'new-password': password, repeated });
    expect([status, html]).toEqual([422, expect.stringContaining(says)]);
  });

  it('is not logged in to with a one-time password of too long ago', async () => {
    const { id } = await registered('late');
    const oneTime = await given(id);
    await stack.sql('gateway', `update account set one_time_until = now() - interval '1 minute' where id = $1`, [id]);
    const { back } = await logIn('late', oneTime);
    expect([back.status, back.html]).toEqual([401, expect.stringContaining('一次性密码已过期')]);
  });

  it('changes its password at the log-in page when its person asks for it', async () => {
    const { id } = await registered('changer');
    await firstLogIn('changer', await given(id));
    const browser = new Browser();
    const { page } = await openLogIn(screen, browser, 'openid intake:read');
    await browser.post(page.url, { username: 'changer', password: CHOSEN, 'change-password': 'yes' });
    expect((await browser.post(page.url, { 'new-password': CHOSEN, repeated: CHOSEN })).html).toContain('不得与原密码相同');
    const other = 'another sentence of mine';
    expect((await browser.post(page.url, { 'new-password': other, repeated: other })).status).toBe(303);
    expect((await logIn('changer', CHOSEN)).back.status).toBe(401);
  });

  it('tells what it may do with every change, and never a name', async () => {
    const { id } = await registered('told');
    const body = { ...GIVEN, name: '李四', roles: ['inspector'] };
    expect((await district.post(`${ACCOUNTS}/${id}/change`, body, { headers: { 'if-match': '"1"' } })).body).toMatchObject({
      version: 2,
      name: '李四',
    });
    expect((await district.post(`${ACCOUNTS}/${id}/change`, body, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await district.post(`${ACCOUNTS}/${id}/change`, body)).body).toMatchObject({ version: 2 });
    await district.post(`${ACCOUNTS}/${id}/disable`);
    const events = await eventually(async () => {
      const told = (await stack.publishedBy('gateway')).filter(({ data }) => (data as { accountId?: string }).accountId === id);
      expect(told).toHaveLength(3);
      return told;
    });
    expect(events.map(({ data }) => data)).toEqual([
      { accountId: id, areaCode: '230903001', roles: ['intake-clerk'] },
      { accountId: id, areaCode: '230903001', roles: ['inspector'] },
      { accountId: id, areaCode: '230903001', roles: ['inspector'] },
    ]);
  });

  it('that is disabled is logged out and cannot log in, until it is enabled', async () => {
    const { id } = await registered('leaver');
    const { browser } = await firstLogIn('leaver', await given(id));
    const sessions = (await district.get<List<{ id: string; clientIds: string[] }>>(`${ACCOUNTS}/${id}/sessions`)).body.items;
    expect(sessions).toMatchObject([{ clientIds: ['screen'] }]);
    expect((await district.post(`${ACCOUNTS}/${id}/disable`)).body).toMatchObject({ state: 'disabled' });
    expect((await district.get<List<object>>(`${ACCOUNTS}/${id}/sessions`)).body.items).toEqual([]);
    expect((await openLogIn(screen, browser, 'openid intake:read')).page.html).toContain('id="password"');
    expect((await logIn('leaver', CHOSEN)).back.status).toBe(401);
    expect((await district.post(`${ACCOUNTS}/${id}/one-time-password`)).status).toBe(409);
    await district.post(`${ACCOUNTS}/${id}/enable`);
    expect((await logIn('leaver', CHOSEN)).back.status).toBe(303);
  });

  it('shows when it is disabled where what is open in the name of its person is listed', async () => {
    const { id } = await registered('mediating', { roles: ['mediator', 'inspector'] });
    const cases = `/api/case-mediation/v1/cases?mediatorId=${id}`;
    const openWork = [true, false].map((overdue) => ({ service: 'case-mediation', url: `${cases}&overdue=${overdue}` }));
    for (let times = 0; times < 2; times++)
      expect((await district.post(`${ACCOUNTS}/${id}/disable`)).body).toMatchObject({ state: 'disabled', openWork });
    const clerk = await registered('no.mediator');
    expect((await district.post(`${ACCOUNTS}/${clerk.id}/disable`)).body).toMatchObject({ openWork: [] });
  });

  it('is logged out of one browser or of all', async () => {
    const { id } = await registered('two.browsers');
    const first = await firstLogIn('two.browsers', await given(id));
    const second = await logIn('two.browsers', CHOSEN);
    const items = async () => (await district.get<List<{ id: string }>>(`${ACCOUNTS}/${id}/sessions`)).body.items;
    const [one] = await items();
    expect(await items()).toHaveLength(2);
    expect((await district.post(`${ACCOUNTS}/${id}/end-sessions`, { sessionId: one?.id })).status).toBe(204);
    expect(await items()).toHaveLength(1);
    expect((await district.post(`${ACCOUNTS}/${id}/end-sessions`, {})).status).toBe(204);
    for (const { browser } of [first, second]) {
      expect((await openLogIn(screen, browser, 'openid intake:read')).page.html).toContain('id="password"');
    }
  });

  it('takes its access tokens with it: those of a session that is ended open nothing more, in no service, and whoever listens by one hears no more', async () => {
    const scopes = ['gateway:read', 'gateway:listen', 'intake:read'];
    const { id } = await registered('many.tokens', { scopes });
    await firstLogIn('many.tokens', await given(id));
    await district.post(`${ACCOUNTS}/${id}/end-sessions`, {});
    const desk = await registerScreen(stack, 'desk', scopes);
    const logInAtDesk = async () => {
      const [browser, wanted] = [new Browser(), `openid ${scopes.join(' ')}`];
      const begun = await openLogIn(desk, browser, wanted);
      const back = await browser.post(begun.page.url, { username: 'many.tokens', password: CHOSEN });
      const token = await tokenAt(desk, begun, back.url);
      const [session] = (await district.get<List<{ id: string }>>(`${ACCOUNTS}/${id}/sessions`)).body.items; // the last to end
      const statusOf = async (path: string) => (await stack.http('gateway', token).get(path)).status;
      return {
        session: session?.id,
        both: () => Promise.all(['/api/gateway/v1/code-tables', '/api/intake/v1/requests'].map(statusOf)),
        token,
      };
    };
    const one = await logInAtDesk();
    const other = await logInAtDesk();
    const headers = { authorization: `Bearer ${one.token}` };
    const listening = (await fetch(`${stack.url('gateway')}/api/gateway/v1/live`, { headers })).text();
    expect([await one.both(), await other.both()]).toEqual([
      [200, 503],
      [200, 503],
    ]); // intake does not run here
    expect((await district.post(`${ACCOUNTS}/${id}/end-sessions`, { sessionId: one.session })).status).toBe(204);
    await eventually(async () => expect(await one.both()).toEqual([401, 401]));
    await listening; // is over
    expect(await other.both()).toEqual([200, 503]);
    expect((await district.post(`${ACCOUNTS}/${id}/end-sessions`, {})).status).toBe(204);
    await eventually(async () => expect(await other.both()).toEqual([401, 401]));
    expect(await (await logInAtDesk()).both()).toEqual([200, 503]);
  });
});

describe('a log-in that was begun with a password that is void by now', () => {
  /** As many as there are ways; each account is its own. */
  const WAYS: readonly (readonly [string, (account: Account) => Promise<unknown>])[] = [
    ['another was given', ({ id }) => given(id)],
    ['another was set by command', ({ username }) => upsert(stack, 'accounts', { username, password: 'set by an operator' })],
    ['the person chose another elsewhere', async ({ username }) => expect((await (await underWay(username)).goOn()).status).toBe(303)],
    ['all sessions were ended', ({ id }) => district.post(`${ACCOUNTS}/${id}/end-sessions`, {})],
    [
      'the account was disabled, though it is enabled again',
      async ({ id }) => {
        await district.post(`${ACCOUNTS}/${id}/disable`);
        await district.post(`${ACCOUNTS}/${id}/enable`);
      },
    ],
  ];

  it.each(WAYS.map(([name, way], at) => [name, way, `void.${at}`] as const))('leads nowhere: %s', async (_, makeVoid, username) => {
    const account = await registered(username);
    await firstLogIn(username, await given(account.id));
    const thief = await underWay(username);
    await makeVoid(account);
    expect(await thief.goOn()).toMatchObject(BEGINS_ANEW);
    expect((await thief.goOn()).status).toBe(401);
  });

  it('leads nowhere with a one-time password either, and the one that was given instead is good', async () => {
    const { id } = await registered('warned');
    const thief = await underWay('warned', await given(id));
    const instead = await given(id);
    expect(await thief.goOn()).toMatchObject(BEGINS_ANEW);
    expect((await firstLogIn('warned', instead)).back.status).toBe(303);
  });

  it('leads nowhere at its end: neither a session, nor a code, nor a refresh token that a call under way keeps is good', async () => {
    const { id } = await registered('kept');
    await firstLogIn('kept', await given(id));
    const token = async (more: Record<string, string>) =>
      (await postToken(stack.url('gateway'), { client_id: 'screen', ...more })).body.error;
    const { browser, begun, back } = await logIn('kept', CHOSEN);
    const tokens = await tokensAt(screen, begun, back.url);
    const again = await openLogIn(screen, browser, 'openid intake:read');
    expect(again.page.url.searchParams.get('code')).not.toBeNull();
    await stack.sql('gateway', 'update account set credential_version = credential_version + 1 where id = $1', [id]); // and all is kept
    expect(await token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' })).toBe('invalid_grant');
    await expect(tokenAt(screen, again, again.page.url)).rejects.toMatchObject({ error: 'invalid_grant' });
    expect((await openLogIn(screen, browser, 'openid intake:read')).page.html).toContain('id="password"');
  });

  it('keeps no password of many that are sent while another is given', async () => {
    const { id } = await registered('raced');
    const first = await given(id);
    const thieves = await Promise.all([1, 2, 3].map(() => underWay('raced', first)));
    const [instead] = await Promise.all([given(id), ...thieves.map(({ goOn }) => goOn())]);
    expect((await firstLogIn('raced', instead)).back.status).toBe(303);
  });
});

describe('codes of the telephone', () => {
  /** As the telephone does, some seconds from now. */
  const codeOf = (secret: string, inSeconds = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + inSeconds * 1000 });

  /** A person who has shared a secret with the telephone. */
  async function enrolled(username: string, known?: string) {
    const id = known ?? (await registered(username)).id;
    if (known === undefined) await firstLogIn(username, await given(id));
    const browser = new Browser();
    const { page } = await openLogIn(screen, browser, 'openid intake:read');
    const picture = await browser.post(page.url, { username, password: CHOSEN, enrol: 'yes' });
    expect(picture.html).toContain('<svg');
    expect(picture.headers.get('content-security-policy')).not.toContain('unsafe');
    const secret = (/<code id="totp-secret">([A-Z2-7 ]+)</.exec(picture.html)?.[1] ?? '').replaceAll(' ', '');
    expect((await browser.post(page.url, { code: '000000' })).status).toBe(401);
    const noted = await browser.post(page.url, { code: codeOf(secret, -30) });
    const codes = [...noted.html.matchAll(/<li><code>([a-z0-9-]+)</g)].map(([, code = '']) => code);
    expect(codes).toHaveLength(10);
    expect((await browser.get(page.url)).html).not.toContain(codes[0]); // they are shown once
    expect((await browser.post(page.url, {})).status).toBe(303);
    return { id, secret, codes };
  }

  async function withCode(username: string, code: string) {
    const { browser, begun } = await logIn(username, CHOSEN);
    return browser.post(begun.page.url, { code });
  }

  it('are asked for after the password once a person has enrolled, and each is taken once', async () => {
    const { id, secret } = await enrolled('coded');
    const { back, browser, begun } = await logIn('coded', CHOSEN);
    expect([back.status, back.html]).toEqual([200, expect.stringContaining('id="code"')]);
    expect((await browser.post(begun.page.url, { code: '000000' })).status).toBe(401);
    const code = codeOf(secret);
    expect((await browser.post(begun.page.url, { code })).status).toBe(303);
    expect((await withCode('coded', code)).status).toBe(401); // seen by somebody over the shoulder
    expect((await withCode('coded', codeOf(secret, -30))).status).toBe(401); // and none of before it
    expect((await district.get(`${ACCOUNTS}/${id}`)).body).toMatchObject({ hasSecondFactor: true });
    const [row] = await stack.sql<{ kept: string }>('gateway', `select encode(totp_sealed, 'escape') as kept from account where id = $1`, [
      id,
    ]);
    expect(row?.kept).not.toContain(secret);
  });

  it('are replaced by a recovery code, which is good once', async () => {
    const { codes } = await enrolled('without.telephone');
    const [first = '', second = ''] = codes;
    expect((await withCode('without.telephone', first.toUpperCase())).status).toBe(303);
    expect((await withCode('without.telephone', first)).status).toBe(401);
    expect((await withCode('without.telephone', second)).status).toBe(303);
  });

  it('cannot be guessed: wrong ones lock the account as wrong passwords do', async () => {
    const { secret } = await enrolled('guessed');
    const { browser, begun } = await logIn('guessed', CHOSEN);
    for (let i = 0; i < 5; i++) await browser.post(begun.page.url, { code: '000000' });
    expect((await browser.post(begun.page.url, { code: codeOf(secret) })).status).toBe(429);
  });

  it('are asked for no longer when an administrator takes them away; from who has none nothing is taken, and no session', async () => {
    const { id } = await enrolled('lost.all');
    await district.post(`${ACCOUNTS}/${id}/remove-second-factor`);
    expect((await logIn('lost.all', CHOSEN)).back.status).toBe(303);
    await district.post(`${ACCOUNTS}/${id}/remove-second-factor`);
    expect((await district.get<List<object>>(`${ACCOUNTS}/${id}/sessions`)).body.items).toHaveLength(1);
  });

  it('end what was begun without them, where they are enrolled; and what was begun with them, where they are taken away', async () => {
    const { id } = await registered('enrols');
    await firstLogIn('enrols', await given(id));
    const thief = await underWay('enrols');
    const { codes } = await enrolled('enrols', id);
    expect(await thief.goOn()).toMatchObject(BEGINS_ANEW);
    const before = await underWay('enrols');
    await district.post(`${ACCOUNTS}/${id}/remove-second-factor`);
    expect(await before.goOn(codes[0])).toMatchObject(BEGINS_ANEW);
  });

  it('are in the audit trail: that they were enrolled, and each recovery code that was used', async () => {
    const { id, codes } = await enrolled('coded.and.told');
    await withCode('coded.and.told', codes[0] ?? '');
    const lines = (await district.get<List<{ action: string; actorId: string }>>(`/api/gateway/v1/audit?limit=200&subject=${id}`)).body
      .items;
    for (const action of ['second-factor-enrolled', 'recovery-code-used'])
      expect(lines.filter((line) => line.action === action)).toMatchObject([{ actorId: id }]);
  });
});

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
    const last = await district.post<Refusal>(`${CLIENTS}/other/disable`); // its token is good for an hour
    expect([last.status, last.body.code]).toEqual([409, 'gateway.holder.last_administrator']);
    await expect(stack.run('gateway', 'clients', 'disable', 'other')).rejects.toThrow('There is no other administrator');
    for (const id of ['district', 'street']) await other.post(`${CLIENTS}/${id}/enable`);
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

describe('an account by command', () => {
  it('is logged out by another password, and by the same one as before it is not', async () => {
    const clerk = { username: 'by.command', password: CHOSEN, scopes: ['intake:read'], roles: ['intake-clerk'], area: '230903001' };
    const [{ id } = {}] = await upsert(stack, 'accounts', clerk);
    const sessions = async () => (await district.get<List<object>>(`${ACCOUNTS}/${id}/sessions`)).body.items.length;
    await logIn('by.command', CHOSEN);
    await upsert(stack, 'accounts', clerk);
    expect(await sessions()).toBe(1);
    await upsert(stack, 'accounts', { ...clerk, password: 'another sentence altogether' });
    expect(await sessions()).toBe(0);
    const told = await stack.sql('gateway', `select 1 from audit where subject = $1 and action = 'password-changed'`, [id]);
    expect(told).toHaveLength(1);
  });
});

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

describe('the audit trail', () => {
  const actionsAbout = async (subject: string) =>
    (await district.get<List<{ action: string; actorId: string }>>(`/api/gateway/v1/audit?limit=200&subject=${subject}`)).body.items
      .map(({ action, actorId }) => `${action} ${actorId}`)
      .reverse();

  it('has what administrators did, by REST and by command, what people did themselves, and every failed log-in', async () => {
    const { id } = await registered('watched');
    await firstLogIn('watched', await given(id));
    for (let i = 0; i < 5; i++) await logIn('watched', 'wrong');
    await stack.run('gateway', 'accounts', 'unlock', 'watched');
    await stack.run('gateway', 'accounts', 'disable', 'watched');
    const failed = Array.from({ length: 4 }, () => `log-in-failed ${id}`);
    expect(await actionsAbout(id)).toEqual([
      'account-registered district',
      'password-given district',
      `password-changed ${id}`,
      `logged-in ${id}`,
      ...failed,
      `log-in-locked ${id}`,
      'account-unlocked operator@machine',
      'account-disabled operator@machine',
    ]);
    expect(await stack.run('gateway', 'doctor', '--only', 'audit-chain')).toMatch(/^ok /);
  });

  it('has nothing of names that do not exist, of which anybody can try as many as they like', async () => {
    await logIn('nobody-at-all', 'wrong');
    const lines = await stack.sql(
      'gateway',
      `select 1 from audit where action like 'log-in-%' and subject not in (select id::text from account)`,
    );
    expect(lines).toEqual([]);
  });
});
