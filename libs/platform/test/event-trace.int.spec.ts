import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}
/** What an exporter posts to an OTLP collector. */
interface Export {
  readonly resourceSpans: { readonly scopeSpans: { readonly spans: Span[] }[] }[];
}

const AREA = '230903';
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const spans: Span[] = [];
let collector: Server;
let stack: TestStack;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const { resourceSpans } = (await json(request)) as Export;
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
    response.end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_BSP_SCHEDULE_DELAY: '200' };
  stack = await startTestStack({ services: ['gateway', 'intake', 'dispatch'], env });
}, 90_000);
afterAll(async () => {
  await stack?.stop();
  collector?.close();
});

it('A request is one trace from the gateway through the service to the handling of its event by another', async () => {
  const claims = { scopes: ['intake:write'], roles: ['administrator', 'intake-clerk'], area: AREA };
  const clerk = stack.http('gateway', await stack.token(claims));
  await clerk.put(`/api/intake/v1/areas/${AREA}`, { name: '桃山区', kind: 'district', edition: 'NBS-2023' });
  await clerk.put('/api/intake/v1/categories/010203', { name: '路灯' });
  const input = { kind: 'complaint', channel: 'hotline-12345', categoryCode: '010203', areaCode: AREA, title: '路灯不亮', text: '三天。' };
  const headers = { traceparent: `00-${TRACE}-b7ad6b7169203331-01` };
  expect((await clerk.post('/api/intake/v1/requests', input, { headers })).status).toBe(201);

  const spanOf = (name: string): Span => {
    const found = spans.find((span) => span.name === name && span.traceId === TRACE);
    if (!found) throw new Error(`no span ${name} of the trace among: ${spans.map((span) => `${span.name} ${span.traceId}`).join(', ')}`);
    return found;
  };
  const [gateway, service, handling] = await eventually(
    () => [spanOf('POST /api/intake/*'), spanOf('POST /api/intake/v1/requests'), spanOf('process intake.request.registered.v1')] as const,
    { timeout: 20_000 },
  );
  expect(gateway.parentSpanId).toBe('b7ad6b7169203331');
  expect(service.parentSpanId).toBe(gateway.spanId);
  expect(handling.parentSpanId).toBe(service.spanId);
}, 60_000);
