import { context, propagation } from '@opentelemetry/api';
import {
  checkEventData,
  checkReceivedData,
  deadLetterSubject,
  type EventEnvelope,
  EventSchemaError,
  HEADER,
  type Service,
  subjectOf,
} from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { Sql } from './entity-sql.js';

export interface EventToSend {
  readonly service: Service;
  readonly type: string;
  readonly aggregate: { readonly id: string; readonly version: number };
  readonly data: unknown;
  readonly now: Date;
  /** Nothing changed: the aggregate is told again as it stands. */
  readonly snapshot?: boolean;
}

/** An event on its way into the outbox: a destination and bytes, nothing more. */
export interface OutboxRow {
  readonly eventId: string;
  readonly subject: string;
  readonly headers: string;
  readonly body: string;
}

/** Well below the broker's usual limit of 1 MiB: an event that the broker refuses would hold up all later ones. */
const LARGEST_BODY_BYTES = 512 * 1024;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The largest value of `int`. */
const LARGEST_VERSION = 2 ** 31 - 1;

/** Checks an event against its schema and makes its outbox row. Throws EventSchemaError, which is a defect of the caller. */
export function outboxRow(event: EventToSend): OutboxRow {
  checkEventData(event.type, event.data);
  const body = JSON.stringify(event.data);
  if (Buffer.byteLength(body) > LARGEST_BODY_BYTES) throw new EventSchemaError(event.type, `the body is over ${LARGEST_BODY_BYTES} bytes`);
  const eventId = newId();
  const headers: Record<string, string> = {
    [HEADER.specVersion]: '1.0',
    [HEADER.id]: eventId,
    [HEADER.type]: event.type,
    [HEADER.source]: `/services/${event.service}`,
    [HEADER.time]: event.now.toISOString(),
    [HEADER.subject]: event.aggregate.id,
    [HEADER.aggregateVersion]: String(event.aggregate.version),
    ...(event.snapshot && { [HEADER.snapshot]: 'true' }),
    [HEADER.contentType]: 'application/json',
  };
  propagation.inject(context.active(), headers);
  const isDeadLetter = event.type.includes('.dead-letter.');
  return {
    eventId,
    subject: isDeadLetter ? deadLetterSubject(event.service) : subjectOf(event.type, event.data),
    headers: JSON.stringify(headers),
    body,
  };
}

/** Puts an event into the outbox. */
export const insertEvent = ({ eventId, subject, headers, body }: OutboxRow): Sql => ({
  text: 'insert into outbox (event_id, subject, headers, body) values ($1, $2, $3, $4)',
  params: [eventId, subject, headers, body],
});

/** Reads a header by name; undefined when it is absent. */
export type HeaderReader = (name: string) => string | undefined;

/** The envelope of a message. Throws EventSchemaError when it is not a CloudEvent of this system. */
export function readEnvelope(header: HeaderReader): EventEnvelope {
  const need = (name: string): string => {
    const value = header(name);
    if (!value) throw new EventSchemaError(header(HEADER.type) ?? 'unknown', `the header ${name} is missing`);
    return value;
  };
  const type = need(HEADER.type);
  const aggregateVersion = Number(need(HEADER.aggregateVersion));
  if (!Number.isInteger(aggregateVersion) || aggregateVersion < 1 || aggregateVersion > LARGEST_VERSION) {
    throw new EventSchemaError(type, 'ce-aggregateversion is not a version');
  }
  const aggregateId = need(HEADER.subject);
  if (!UUID.test(aggregateId)) throw new EventSchemaError(type, 'ce-subject is not a UUID');
  const time = new Date(need(HEADER.time));
  if (Number.isNaN(time.getTime())) throw new EventSchemaError(type, 'ce-time is not a time');
  return {
    id: need(HEADER.id),
    type,
    source: need(HEADER.source),
    time,
    aggregateId: aggregateId.toLowerCase(),
    aggregateVersion,
    snapshot: header(HEADER.snapshot) === 'true',
    traceparent: header(HEADER.traceparent),
  };
}

/** The data of a message, checked, without fields that this version does not know. Throws EventSchemaError. */
export function readData(type: string, body: string): unknown {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    throw new EventSchemaError(type, 'the body is not JSON');
  }
  checkReceivedData(type, data);
  return data;
}
