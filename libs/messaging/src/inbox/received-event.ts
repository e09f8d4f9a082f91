import { type EventEnvelope, EventSchemaError, HEADER } from '@zero-distance/contracts';
import { readData, readEnvelope } from '@zero-distance/persistence';

/** A delivered message, whether from the stream or from a dead letter. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** 1 the first time. */
  readonly tries: number;
  /** The message's place in its stream; takes the place of the event's id when that cannot be read. */
  readonly messageId: string;
}

/** A delivery that could be read. */
export interface ReceivedEvent extends Delivery {
  readonly envelope: EventEnvelope;
  readonly data: unknown;
}

/**
 * Reads a delivery. An EventSchemaError means that no try will ever succeed. Without a handler only the envelope is parsed, so unknown newer
 * events pass.
 */
export function receive(delivery: Delivery, wants: (type: string) => boolean): ReceivedEvent | EventSchemaError {
  try {
    const envelope = readEnvelope((name) => delivery.headers[name]);
    return { ...delivery, envelope, data: wants(envelope.type) ? readData(envelope.type, delivery.body) : undefined };
  } catch (error) {
    if (error instanceof EventSchemaError) return error;
    throw error;
  }
}

/** The envelope, also when the data cannot be read: it gives the event's version. Undefined when it cannot be read either. */
export function envelopeOf(delivery: Delivery): EventEnvelope | undefined {
  try {
    return readEnvelope((name) => delivery.headers[name]);
  } catch (error) {
    if (error instanceof EventSchemaError) return undefined;
    throw error;
  }
}

/** The id and type of a message, with a substitute when they cannot be read. */
export const eventIdOf = (delivery: Delivery): string => delivery.headers[HEADER.id] || delivery.messageId;
export const eventTypeOf = (delivery: Delivery): string => delivery.headers[HEADER.type] || 'unknown';
