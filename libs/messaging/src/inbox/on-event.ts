import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventData, EventType } from '@zero-distance/contracts';
import type { EventContext } from './event-context.js';

type EventHandler<T extends EventType> = (data: EventData<T>, context: EventContext) => void | Promise<void>;

/**
 * Nest's `@EventPattern` with its parameters, and the handler checked against the events it takes: `@OnEvent('dispatch.work-order.accepted.v1')`
 * goes on a method `(data: EventData<'…'>, context: EventContext)`. With several types the method takes what they have in common.
 */
export const OnEvent =
  <T extends EventType>(...types: T[]) =>
  <H extends EventHandler<T>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    (EventPattern(types) as MethodDecorator)(target, key, descriptor);
  };
