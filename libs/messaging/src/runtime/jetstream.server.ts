import { type ArgumentsHost, Catch, type RpcExceptionFilter } from '@nestjs/common';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { EVENTS } from '@zero-distance/contracts';
import { throwError } from 'rxjs';
import type { DeadLetters } from '../inbox/dead-letters.js';
import type { EventRuntime } from './event-runtime.js';

/** Nest's transport over the event path: it finds the `@OnEvent` handlers of a service. */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('JETSTREAM');
  override readonly propagatesEventHandlerErrors = true;

  constructor(
    private readonly eventRuntime: EventRuntime,
    deadLetters: DeadLetters,
  ) {
    super();
    deadLetters.replayWith((delivery, consumer, tx) => this.eventRuntime.microBatch(consumer).replay(delivery, tx));
  }

  listen(ready: () => void): void {
    const handlers = new Map(Object.keys(EVENTS).map((type) => [type, this.getHandlerByPattern(type)])); // looked up once: Nest parses a pattern at each look
    this.eventRuntime.start((type) => handlers.get(type) ?? null);
    ready();
  }

  close(): Promise<void> {
    return this.eventRuntime.stop();
  }

  on(): never {
    throw new Error('the state of the transport is EventRuntime.isBrokerUp');
  }

  unwrap<T>(): T {
    return this.eventRuntime as T;
  }
}

/** Lets a handler's failure through. Without it Nest answers "Internal server error" and the reason is lost. */
@Catch()
export class RethrowFilter implements RpcExceptionFilter {
  catch(exception: unknown, _host: ArgumentsHost) {
    return throwError(() => exception);
  }
}
