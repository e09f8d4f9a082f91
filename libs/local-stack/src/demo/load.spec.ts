import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDemo } from './load.js';

/** Registers by path, as any service keeps them: each PUT is a row, each list has pages. */
let server: Server;
let rows: Map<string, Map<string, string>>;
let put: string[];

beforeEach(async () => {
  rows = new Map();
  put = [];
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://registers');
    const answer = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.method === 'GET') return answer(pageOf(url));
    const [, register = '', code = ''] = /^(.*)\/(.*)$/.exec(url.pathname) ?? [];
    put.push(url.pathname);
    registerOf(register).set(code, Buffer.concat(await request.toArray()).toString());
    answer({});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => {
  server.close();
});

const registerOf = (path: string) => rows.get(path) ?? rows.set(path, new Map()).get(path) ?? new Map<string, string>();

function pageOf(url: URL): object {
  const codes = [...registerOf(url.pathname).keys()].toSorted().filter((code) => code > (url.searchParams.get('cursor') ?? ''));
  const limit = Number(url.searchParams.get('limit'));
  const page = codes.slice(0, limit);
  return { items: page.map((code) => ({ code })), next: codes.length > limit ? page.at(-1) : null };
}

const load = () => loadDemo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'token');

describe('The demo district', () => {
  it('is loaded once: what is there already is not sent again', async () => {
    await load();
    expect(put.length).toBeGreaterThan(300);
    expect(new Set(put).size).toBe(put.length);
    put = [];
    await load();
    expect(put).toEqual([]);
  }, 30_000); // hundreds of calls: nothing else of the unit tests waits for a socket

  it('of an earlier version gets the registers and rows that this one has more, and keeps what somebody changed', async () => {
    await load();
    const groups = registerOf('/api/intake/v1/resident-groups');
    const codes = [...groups.keys()];
    groups.clear();
    registerOf('/api/dispatch/v1/organisations').set('housing-bureau', 'changed by somebody');
    registerOf('/api/intake/v1/areas').delete('230903011003');
    put = [];
    await load();
    expect(put.toSorted()).toEqual(
      ['/api/intake/v1/areas/230903011003', ...codes.map((code) => `/api/intake/v1/resident-groups/${code}`)].toSorted(),
    );
    expect(registerOf('/api/dispatch/v1/organisations').get('housing-bureau')).toBe('changed by somebody');
  }, 30_000);
});
