import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { decodeJwt } from 'jose';
import {
  ACCOUNTS,
  type Account,
  CHOSEN,
  district,
  firstLogIn,
  GIVEN,
  given,
  type List,
  logIn,
  registered,
  screen,
  stack,
  startIssuer,
} from './accounts.js';
import { Browser } from './browser.js';
import { openLogIn, registerScreen, tokenAt, upsert } from './support.js';

jest.setTimeout(30_000); // commands are processes of their own

beforeAll(startIssuer, 90_000);
afterAll(() => stack?.stop());

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
    const clerk = await registered('no.mediator', { roles: ['intake-clerk'] });
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
