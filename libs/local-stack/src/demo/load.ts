import { readFileSync } from 'node:fs';
import { ROOT } from '../places.js';
import type { DemoClient } from './clients.js';

/** So many calls are under way at once: enough to be quick, few enough to leave the machine to whoever uses it. */
const AT_ONCE = 16;

interface Call {
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  readonly body: unknown;
}

/**
 * Loads the demo district through the services' own APIs: the real areas of 230903, categories, organisations with their
 * responsibility list, mediators, premises and service items. A district that is there is left as it is.
 * @param gatewayUrl where the product is
 * @param admin a client that may register everything
 * @throws naming the call that was refused and why
 */
export async function loadDemo(gatewayUrl: string, admin: DemoClient): Promise<void> {
  const token = await tokenFor(gatewayUrl, admin);
  const send = (call: Call) => sendCall(gatewayUrl, token, call);
  if (await isLoaded(gatewayUrl, token)) return;
  for (const level of [6, 9, 12]) await inParallel(areaCalls(level), send); // an area needs the one above it
  await inParallel([...categoryCalls(), ...registerCalls('organisations', 'dispatch')], send);
  await inParallel(
    [...registerCalls('responsibilities', 'dispatch'), ...registerCalls('service-items', 'intake'), ...mediatorCalls()],
    send,
  );
  await send({ method: 'PUT', path: '/api/case-mediation/v1/policies/category-case-types', body: { value: read('category-case-types') } });
  await inParallel(registerCalls('premises', 'inspection'), send); // last: what isLoaded looks for
}

/** The premises are loaded last, so one of them tells that all is there. */
async function isLoaded(gatewayUrl: string, token: string): Promise<boolean> {
  const response = await fetch(`${gatewayUrl}/api/inspection/v1/premises?limit=200`, { headers: { authorization: `Bearer ${token}` } });
  const { items } = (await response.json()) as { items?: unknown[] };
  return (items?.length ?? 0) >= read<unknown[]>('premises').length;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(`${ROOT}/data/demo/${name}.json`, 'utf8')) as T;

function areaCalls(level: number): Call[] {
  const [, ...lines] = readFileSync(`${ROOT}/data/areas-230903.csv`, 'utf8').trim().split('\n');
  return lines
    .map((line) => line.trim().split(','))
    .filter(([code = '']) => code.length === level)
    .map(([code = '', name, kind, , edition]) => {
      const comparisonType = level === 12 ? { comparisonType: comparisonTypeOf(code) } : {};
      return { method: 'PUT', path: `/api/intake/v1/areas/${code}`, body: { name, kind, edition, ...comparisonType } };
    });
}

/** Villages are rural; of the communities the first of a street stands for the old estates: made up, the source does not say. */
function comparisonTypeOf(code: string): string {
  const number = Number(code.slice(9));
  if (number >= 200) return 'rural-village';
  return number === 1 ? 'old-estate' : 'new-estate';
}

const categoryCalls = (): Call[] =>
  Object.entries(read<Record<string, string>>('categories')).map(([code, name]) => ({
    method: 'PUT',
    path: `/api/intake/v1/categories/${code}`,
    body: { name },
  }));

const registerCalls = (register: string, service: string): Call[] =>
  read<({ code: string } & Record<string, unknown>)[]>(register).map(({ code, ...body }) => ({
    method: 'PUT',
    path: `/api/${service}/v1/${register}/${code}`,
    body,
  }));

const mediatorCalls = (): Call[] =>
  read<unknown[]>('mediators').map((body) => ({ method: 'POST', path: '/api/case-mediation/v1/mediators', body }));

/** Runs `work` on every item, a few at a time. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function sendCall(gatewayUrl: string, token: string, { method, path, body }: Call): Promise<void> {
  const response = await fetch(gatewayUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the demo district: ${method} ${path} was answered with ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

/** An access token of a client, as a department's system gets it. */
async function tokenFor(gatewayUrl: string, { id, secret, scopes }: DemoClient): Promise<string> {
  const response = await fetch(`${gatewayUrl}/oidc/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
  });
  if (!response.ok) throw new Error(`the demo client got no token: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}
