import type { IncomingHttpHeaders } from 'node:http';
import { type Context, propagation, ROOT_CONTEXT, type Span, SpanKind, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
} from '@opentelemetry/sdk-trace-node';

/**
 * Traces of this process. Without a collector nothing is recorded, but every request still has a valid trace id, taken from its
 * `traceparent` when it has one, so that logs, events and the next service agree. Answers how to flush and stop.
 */
export async function startTracing(service: string, endpoint: string | undefined): Promise<() => Promise<void>> {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'zero-distance' }),
    sampler: endpoint ? new ParentBasedSampler({ root: new AlwaysOnSampler() }) : new AlwaysOffSampler(),
    spanProcessors: endpoint ? [new BatchSpanProcessor(await makeExporter(endpoint))] : [],
  });
  provider.register(); // W3C trace context and baggage, carried through async code by AsyncLocalStorage
  return () => provider.shutdown();
}

async function makeExporter(endpoint: string) {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http'); // slow to load, seldom used
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
}

const tracer = trace.getTracer('zero-distance.http');

/** Opens the span of one request, as a child of what `traceparent` names. */
export function startServerSpan(method: string, route: string | undefined, headers: IncomingHttpHeaders): { span: Span; context: Context } {
  const parent = headers.traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, headers);
  const attributes = { 'http.request.method': method, ...(route && { 'http.route': route }) };
  const span = tracer.startSpan(`${method} ${route ?? ''}`.trimEnd(), { kind: SpanKind.SERVER, attributes }, parent);
  return { span, context: trace.setSpan(parent, span) };
}
