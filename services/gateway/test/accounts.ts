import { expect } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas } from '@zero-distance/testing';
import { Browser } from './browser.js';
import { openLogIn, postToken, registerScreen, type Screen, upsert } from './support.js';

export const ACCOUNTS = '/api/gateway/v1/accounts';
export const CLIENTS = '/api/gateway/v1/clients';
export const ADMINISTRATOR = {
  scopes: ['gateway:administer', 'gateway:audit', 'gateway:read', 'gateway:listen', 'intake:read', 'dispatch:read'],
  roles: ['administrator'],
};
export const CHOSEN = 'a sentence that I chose myself';

export interface Account {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly state: string;
  readonly areaCode: string | null;
  readonly organisation: string | null;
  readonly oneTimeUntil: string | null;
}
export interface Refusal {
  readonly code: string;
}
export interface List<T> {
  readonly items: readonly T[];
}

export let stack: TestStack;
export let district: HttpClient;
export let street: HttpClient;
export let screen: Screen;

export async function clientOf(id: string, area: string, more: object = {}): Promise<HttpClient> {
  const [made] = await upsert(stack, 'clients', { id, name: id, ...ADMINISTRATOR, area, ...more });
  const { body } = await postToken(stack.url('gateway'), { grant_type: 'client_credentials' }, `${id}:${made?.secret}`);
  return stack.http('gateway', body.access_token);
}

/** The administrators that were disabled, with tokens of their own again. */
export async function bringBack(by: HttpClient): Promise<void> {
  district = await enabled('district', by);
  street = await enabled('street', by);
}

async function enabled(id: string, by: HttpClient): Promise<HttpClient> {
  await by.post(`${CLIENTS}/${id}/enable`);
  const { body } = await by.post<{ secret: string }>(`${CLIENTS}/${id}/renew`);
  const token = await postToken(stack.url('gateway'), { grant_type: 'client_credentials' }, `${id}:${body.secret}`);
  return stack.http('gateway', token.body.access_token);
}

/** The gateway with its own issuer, administrators of the district and of a street, and a screen that people log in to. */
export async function startIssuer(): Promise<void> {
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway' });
  await tellAreas(stack, 'gateway', ['230903001001', '230903002001']);
  const organisation = { organisationId: newId(), code: 'housing-bureau', name: '区住建局', kind: 'department', areaCode: '230903' };
  await stack.publish('dispatch.organisation.registered.v1', { id: organisation.organisationId, version: 1 }, organisation);
  await eventually(async () => expect(await stack.sql('gateway', 'select 1 from organisation')).toHaveLength(1));
  district = await clientOf('district', '230903');
  street = await clientOf('street', '230903001');
  screen = await registerScreen(stack, 'screen', ['intake:read', 'intake:write']);
}

export const GIVEN = { name: '张伟', scopes: ['intake:read'], roles: ['intake-clerk'], areaCode: '230903001' };

export async function registered(username: string, more: object = {}, by = district): Promise<Account> {
  const { status, body } = await by.post<Account>(ACCOUNTS, { username, ...GIVEN, ...more });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
}

export async function given(id: string): Promise<string> {
  const { status, body } = await district.post<{ password: string }>(`${ACCOUNTS}/${id}/one-time-password`);
  expect(status).toBe(200);
  return body.password;
}

/** Logs in with a one-time password and chooses another. */
export async function firstLogIn(username: string, oneTime: string, chosen = CHOSEN) {
  const browser = new Browser();
  const begun = await openLogIn(screen, browser, 'openid intake:read');
  const second = await browser.post(begun.page.url, { username, password: oneTime });
  expect(second.html).toContain('id="new-password"');
  const back = await browser.post(begun.page.url, { 'new-password': chosen, repeated: chosen });
  return { browser, begun, back };
}

export async function logIn(username: string, password: string) {
  const browser = new Browser();
  const begun = await openLogIn(screen, browser, 'openid intake:read');
  return { browser, begun, back: await browser.post(begun.page.url, { username, password }) };
}

/** Somebody who knows the password and stops behind the first page; `goOn` sends what the next one asks for. */
export async function underWay(username: string, password = CHOSEN) {
  const browser = new Browser();
  const { page } = await openLogIn(screen, browser, 'openid intake:read');
  const next = await browser.post(page.url, { username, password, 'change-password': 'yes' });
  expect(next.status).toBe(200);
  return { goOn: (code = '') => browser.post(page.url, { code, 'new-password': OF_A_THIEF, repeated: OF_A_THIEF }) };
}

const OF_A_THIEF = 'a sentence of somebody else';
export const BEGINS_ANEW = { status: 401, html: expect.stringMatching(/请重新登录.*id="password"/s) };
