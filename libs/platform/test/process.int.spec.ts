import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, httpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { startFixture } from './fixture/start-fixture.js';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ services: [], postgres: 'private' });
}, 90_000);

afterAll(() => stack?.stop());

describe('a process', () => {
  it('finishes the request in flight after SIGTERM, takes no new one, and exits with 0', async () => {
    const fixture = await startFixture(stack);
    const token = await stack.token({ scopes: ['inspection:write'], roles: ['inspector'] });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const outgoing = request(`${fixture.url}/api/inspection/v1/echoes`, { method: 'POST', headers });
    outgoing.write('{"text": ');
    const arrived = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    await once(outgoing, 'socket');
    await eventually(async () => expect((await fetch(`${fixture.url}/health/live`)).status).toBe(200));

    fixture.process.kill('SIGTERM');
    await eventually(() => expect(fetch(`${fixture.url}/health/live`)).rejects.toThrow());
    outgoing.end('"late"}');

    const [answer] = await arrived;
    expect(answer.statusCode).toBe(201);
    expect(await json(answer)).toMatchObject({ text: 'late' });
    expect(await fixture.ended()).toBe(0);
  }, 30_000);

  it('says in one line that its port is taken, and exits with 1', async () => {
    const first = await startFixture(stack);
    const second = await startFixture(stack, {}, false);
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(/inspection could not start: port \d+ of 127\.0\.0\.1 is already in use/);
    expect(second.output()).not.toContain('    at ');
    await first.stop();
  }, 60_000);

  it('names every bad variable at once, without its value, and exits with 78', async () => {
    const fixture = await startFixture(stack, { PORT: 'eighty', DATABASE_URL: 'mysql://me:hunter2@host/db' }, false);
    expect(await fixture.ended()).toBe(78);
    expect(fixture.output()).toMatch(/PORT: must be integer.*DATABASE_URL: does not have the right form/);
    expect(fixture.output()).not.toContain('hunter2');
    expect(fixture.output().trim().split('\n')).toHaveLength(1);
  }, 30_000);

  it('answers 503 with Retry-After while the database is away, is not ready, and recovers by itself', async () => {
    const fixture = await startFixture(stack);
    const http = httpClient(fixture.url, { token: await stack.token({ scopes: ['inspection:write'], roles: ['inspector'] }) });
    const post = (key: string) =>
      http.post<{ code: string }>('/api/inspection/v1/echoes', { text: 'x' }, { headers: { 'idempotency-key': key } });
    expect((await post('before')).status).toBe(201);
    await stack.stopPostgres();
    const away = await post('while-away');
    expect(away).toMatchObject({ status: 503, body: { code: 'platform.database_unavailable' } });
    expect(away.headers.get('retry-after')).toBe('5');
    expect((await http.get('/health/ready')).status).toBe(503);
    expect((await http.get('/health/live')).status).toBe(200);
    await stack.startPostgres();
    await eventually(async () => expect((await post('after')).status).toBe(201), { timeout: 20_000 });
    await fixture.stop();
  }, 90_000);

  it('stays ready while the broker is away, takes requests, and says that events wait', async () => {
    const fixture = await startFixture(stack);
    const http = httpClient(fixture.url, { token: await stack.token({ scopes: ['inspection:write'], roles: ['inspector'] }) });
    await stack.killNats();
    await eventually(async () => {
      const { status, body } = await http.get<{ warnings: string[] }>('/health/ready');
      expect({ status, warnings: body.warnings }).toEqual({ status: 200, warnings: [expect.stringContaining('NATS')] });
    });
    expect((await http.post('/api/inspection/v1/echoes', { text: 'x' })).status).toBe(201);
    await stack.startNats();
    await eventually(async () => expect((await http.get<{ warnings: string[] }>('/health/ready')).body.warnings).toEqual([]));
    await fixture.stop();
  }, 60_000);
});
