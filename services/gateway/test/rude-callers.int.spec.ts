import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ABORTS, abortAll, eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import fc from 'fast-check';
import { startUpstream } from './support.js';

/** 10,000 requests and more: a fifth of them send a hundred at once. */
const CALLERS = 500;
const SEED = 9;
const LARGE = Buffer.alloc(1_000_000, 'x');
const ASKED = { read: '/api/intake/v1/requests', large: '/api/intake/v1/large', write: '/api/intake/v1/requests' };

/** A service that takes its time, so that callers go in all stages. */
const listener: RequestListener = (request, response) => {
  const body = request.url === ASKED.large ? LARGE : '{}';
  request.resume().once('end', () => setImmediate(() => response.writeHead(200, { 'content-type': 'application/json' }).end(body)));
};

let stack: TestStack;
let api: HttpClient;
let intake: Awaited<ReturnType<typeof startUpstream>>;
beforeAll(async () => {
  intake = await startUpstream(listener);
  stack = await startTestStack({ services: ['gateway'], issuer: 'gateway', env: { INTAKE_URL: intake.url } });
  api = stack.http('gateway');
}, 60_000);
afterAll(async () => {
  await stack?.stop();
  await intake?.stop();
});

/** What `/metrics` says of the requests under way, by what they are. */
async function inFlight(): Promise<Record<string, number>> {
  const { body } = await api.get<string>('/metrics');
  return Object.fromEntries([...body.matchAll(/^http_requests_in_flight\{of="([^"]+)".*\} (\d+)$/gm)].map(([, of, n]) => [of, Number(n)]));
}

describe('callers who go before they have their answer', () => {
  it('leave nothing under way, however they go: every gauge is 0 again and everybody is served', async () => {
    const aborts = fc.sample(fc.constantFrom(...ABORTS), { numRuns: CALLERS, seed: SEED });
    await abortAll(stack.url('gateway'), ASKED, aborts);
    await eventually(async () => {
      const gauges = await inFlight();
      expect(Object.keys(gauges)).toContain('intake');
      expect(Object.values(gauges).filter((count) => count !== 0)).toEqual([]);
    });
    const answers = await Promise.all(Array.from({ length: 200 }, () => api.get(ASKED.read)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  }, 60_000);
});
