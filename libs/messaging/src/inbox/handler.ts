import type { MessageHandler } from '@nestjs/microservices';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Tx } from '@zero-distance/persistence';
import { defaultIfEmpty, isObservable, lastValueFrom } from 'rxjs';
import { EventContext } from './event-context.js';
import type { ReceivedEvent } from './received-event.js';

const tracer = trace.getTracer('@zero-distance/messaging');

/**
 * Runs the `@OnEvent` handlers of an event in `tx`, one after another, within a span that continues the trace of the event's cause.
 * A failure is thrown as it is.
 */
export async function runHandlers(first: MessageHandler, event: ReceivedEvent, tx: Tx): Promise<void> {
  const parent = propagation.extract(context.active(), event.headers);
  const span = tracer.startSpan(
    `process ${event.envelope.type}`,
    { kind: SpanKind.CONSUMER, attributes: { 'messaging.message.id': event.envelope.id } },
    parent,
  );
  try {
    await context.with(trace.setSpan(parent, span), async () => {
      for (let handler: MessageHandler | undefined = first; handler; handler = handler.next as MessageHandler | undefined) {
        const answer: unknown = await handler(event.data, new EventContext([tx, event.envelope]));
        if (isObservable(answer)) await lastValueFrom(answer.pipe(defaultIfEmpty(undefined)));
      }
    });
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
