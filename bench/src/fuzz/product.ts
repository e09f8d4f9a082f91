import { SERVICES } from '@zero-distance/contracts';
import { type DemoClient, demoClients, registerClients, tokenFor } from '@zero-distance/local-stack';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import type { Tokens } from './request.js';

/** The whole product with the demo district, and tokens of all kinds for it; the first is of who may do everything. */
export interface Product {
  readonly stack: TestStack;
  readonly tokens: Tokens;
}

const SECRET = 'fuzzfuzzfuzzfuzzfuzzfuzz';

/** Callers that the demo district does not have: whose area, organisation, scope or role is too little for most of what they ask. */
const strangers = (everybody: DemoClient): DemoClient[] => {
  const stranger = (id: string, differs: Partial<DemoClient>) => ({ ...everybody, id, name: id, secret: SECRET, ...differs });
  return [
    stranger('fuzz-elsewhere', { area: '230903099' }),
    stranger('fuzz-community', { area: '230903011001' }),
    stranger('fuzz-department', { org: 'housing-bureau' }),
    stranger('fuzz-reader', { scopes: everybody.scopes.filter((scope) => scope.endsWith(':read')) }),
    stranger('fuzz-handler', { roles: ['handler'] }),
  ];
};

/** No bound by rate: it would be all that is met. */
const NO_LIMIT = {
  RATE_LIMIT_PER_MINUTE: '100000000',
  PUBLIC_WRITE_LIMIT_PER_DAY: '100000000',
  PUBLIC_GUESS_LIMIT_PER_DAY: '100000000',
  LOG_LEVEL: 'warn',
};

export async function startProduct(): Promise<Product> {
  const stack = await startTestStack({ services: SERVICES, issuer: 'gateway', beginning: 'district', env: NO_LIMIT });
  try {
    const demo = demoClients('fuzz');
    const clients = [...demo, ...strangers(demo[0])];
    await registerClients((service) => stack.environment(service), clients);
    const good = await Promise.all(
      clients.map(async (client) => [client.id, `Bearer ${await tokenFor(stack.url('gateway'), client)}`] as const),
    );
    return { stack, tokens: [...good, ...bad(good[0]?.[1] ?? '')] };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Authorization headers that open nothing. */
function bad(good: string): Tokens {
  const [header, payload, signature] = good.slice('Bearer '.length).split('.');
  const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
  return [
    ['none', ''],
    ['unsigned', `Bearer ${none}.${payload}.`],
    ['altered', `Bearer ${header}.${payload?.slice(0, -4)}AAAA.${signature}`],
    ['basic', `Basic ${Buffer.from(`demo:${SECRET}`).toString('base64')}`],
    ['no token', 'Bearer'],
    ['long', `Bearer ${'a.'.repeat(4_000)}a`],
  ];
}
