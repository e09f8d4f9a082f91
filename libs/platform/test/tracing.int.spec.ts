import { createServer } from 'node:http';
import { expect, it } from '@jest/globals';
import { eventually, httpClient, startTestStack } from '@zero-distance/testing';
import { startFixture } from './fixture/start-fixture.js';

it('A service sends the spans of requests to the collector when one is named, as children of the caller’s', async () => {
  const stack = await startTestStack({ services: [] });
  let received = '';
  const collector = createServer((request, response) => {
    request.on('data', (chunk) => (received += chunk.toString('latin1')));
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as { port: number };
  const fixture = await startFixture(stack, { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await httpClient(fixture.url).get('/api/inspection/v1/echoes', { headers: { traceparent } });
  await fixture.stop(); // flushes
  await eventually(() => expect(received).toContain('GET /api/inspection/v1/echoes'));
  expect(received).toContain('0af7651916cd43dd8448eb211c80319c');
  collector.close();
  await stack.stop();
}, 60_000);
