import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import {
  ACCOUNTS,
  type Account,
  BEGINS_ANEW,
  CHOSEN,
  district,
  firstLogIn,
  given,
  type List,
  logIn,
  registered,
  screen,
  stack,
  startIssuer,
  underWay,
} from './accounts.js';
import { Browser } from './browser.js';
import { openLogIn, postToken, tokenAt, tokensAt, upsert } from './support.js';

jest.setTimeout(30_000); // commands are processes of their own

beforeAll(startIssuer, 90_000);
afterAll(() => stack?.stop());

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
