import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventData, EventType } from '@zero-distance/contracts';
import type { EventContext } from './event-context.js';

type EventHandler<T extends EventType> = (data: EventData<T>, context: EventContext) => void | Promise<void>;

/**
 * Makes a method the handler of event types: `@OnEvent('dispatch.work-order.accepted.v1')` on `(data: EventData<'…'>, context: EventContext)`. The
 * compiler checks the method against the types; with several, it takes what they have in common. Nest sees an `@EventPattern` with its parameters.
 */
export const OnEvent =
  <T extends EventType>(...types: T[]) =>
  <H extends EventHandler<T>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    (EventPattern(types) as MethodDecorator)(target, key, descriptor);
  };
