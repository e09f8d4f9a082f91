import { type EventEnvelope, EventSchemaError, HEADER } from '@zero-distance/contracts';
import { readData, readEnvelope } from '@zero-distance/persistence';

/** A message as it was delivered, apart from how: from the stream or from a dead letter. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** 1 the first time. */
  readonly tries: number;
  /** Stands in for the event's id when that can't be read: the message's place in its stream. */
  readonly messageId: string;
}

/** A delivery that could be read. */
export interface ReceivedEvent extends Delivery {
  readonly envelope: EventEnvelope;
  readonly data: unknown;
}

/**
 * Reads a delivery; an error means that no try will ever succeed. Of an event that nobody here wants only the envelope is read, so
 * that a newer service may tell of what an older one does not know.
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

/** The envelope, even of an event whose data can't be read: so its place in the order is known. Undefined when it can't be read either. */
export function envelopeOf(delivery: Delivery): EventEnvelope | undefined {
  try {
    return readEnvelope((name) => delivery.headers[name]);
  } catch (error) {
    if (error instanceof EventSchemaError) return undefined;
    throw error;
  }
}

/** What can be said of a message even when it can't be read. */
export const eventIdOf = (delivery: Delivery): string => delivery.headers[HEADER.id] || delivery.messageId;
export const eventTypeOf = (delivery: Delivery): string => delivery.headers[HEADER.type] || 'unknown';
