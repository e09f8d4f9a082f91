import { HEADER } from './envelope.js';
import { EVENTS, type EventType } from './events.js';
import { wordsOf } from './fields.js';
import { hears, routingTokenOf, SERVICES, SUBSCRIPTIONS, type Subscription, serviceOf, streamOf, subjectOf } from './topology.js';

/** A value of the document: plain JSON, keys in reading order. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const types = Object.keys(EVENTS) as EventType[];
const ref = (path: string): Json => ({ $ref: `#/${path}` });

/** All events between the services as an AsyncAPI 3.0 document: producer, subject and consumers of each. */
export function asyncApiDocument(version: string): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Zero Distance events 零距离事件',
      version,
      description:
        'Every event of the five services, as CloudEvents 1.0 (binary mode) on NATS JetStream. Delivery is at least once: ' +
        'use ce-id to recognise a repeat, and ce-subject with ce-aggregateversion for the order within one aggregate. ' +
        'No event holds personal data. 五个服务的全部事件；至少投递一次，不含个人信息。',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      jetstream: {
        host: '{host}',
        protocol: 'nats',
        description: 'NATS with JetStream, 2.9 or later. One stream for each service.',
        variables: { host: { default: 'localhost:4222', description: 'Host and port of the NATS server' } },
      },
    },
    channels: Object.fromEntries(types.map((type) => [type, channel(type)])),
    operations: Object.fromEntries([...types.map(sendOperation), ...types.flatMap(receiveOperations)]),
    components: {
      messages: Object.fromEntries(types.map((type) => [type, message(type)])),
      messageTraits: { cloudEvent: { headers: cloudEventHeaders() } },
    },
  };
}

function channel(type: EventType): Json {
  const { zh, en } = EVENTS[type].title;
  const token = routingTokenOf(type);
  return {
    address: token ? `evt.${type}.{${token}}` : `evt.${type}`,
    title: zh,
    summary: en,
    ...(token && { parameters: { [token]: { description: `\`${token}\` of the data`, enum: routingTokensOf(type) } } }),
    messages: { event: ref(`components/messages/${type}`) },
    'x-stream': streamOf(serviceOf(type)),
  };
}

/** The possible last tokens of a type's subjects; none for a type without a routing token. */
function routingTokensOf(type: EventType): readonly string[] {
  const token = routingTokenOf(type);
  return token ? wordsOf((EVENTS[type].schema.properties as Readonly<Record<string, object>>)[token]) : [];
}

function message(type: EventType): Json {
  const { title, schema, example } = EVENTS[type];
  return {
    name: type,
    title: title.zh,
    summary: title.en,
    contentType: 'application/json',
    payload: JSON.parse(JSON.stringify(schema)) as Json,
    examples: [{ name: 'example', summary: title.en, payload: example as Json }],
    traits: [ref('components/messageTraits/cloudEvent')],
  };
}

function sendOperation(type: EventType): [string, Json] {
  const service = serviceOf(type);
  return [`${service}.send.${type}`, operation('send', type, `${service} tells: ${EVENTS[type].title.en}`)];
}

function receiveOperations(type: EventType): [string, Json][] {
  return SERVICES.flatMap((service) =>
    SUBSCRIPTIONS[service]
      .filter((subscription) => isHeard(type, subscription))
      .map(({ durable }): [string, Json] => [
        `${service}.receive.${type}`,
        operation('receive', type, `${service} hears: ${EVENTS[type].title.en}`, { 'x-durable-consumer': durable }),
      ]),
  );
}

/** Whether the consumer receives any event of the type. */
function isHeard(type: EventType, { filter }: Subscription): boolean {
  const token = routingTokenOf(type);
  const subjects = token ? routingTokensOf(type).map((value) => subjectOf(type, { [token]: value })) : [subjectOf(type, {})];
  return subjects.some((subject) => hears(filter, subject));
}

function operation(action: 'send' | 'receive', type: EventType, summary: string, extra: Record<string, Json> = {}): Json {
  return { action, channel: ref(`channels/${type}`), summary, messages: [ref(`channels/${type}/messages/event`)], ...extra };
}

function cloudEventHeaders(): Json {
  const text = (description: string, more: Record<string, Json> = {}): Json => ({ type: 'string', description, ...more });
  return {
    type: 'object',
    required: [HEADER.specVersion, HEADER.id, HEADER.type, HEADER.source, HEADER.time, HEADER.subject, HEADER.aggregateVersion],
    properties: {
      [HEADER.specVersion]: text('CloudEvents version', { const: '1.0' }),
      [HEADER.id]: text('Id of the event, UUIDv7: the same on every redelivery', { format: 'uuid' }),
      [HEADER.type]: text('Type of the event: the subject without "evt." and the part in braces, if it has one'),
      [HEADER.source]: text('The service that tells it'),
      [HEADER.time]: text('When it was written, UTC', { format: 'date-time' }),
      [HEADER.subject]: text("The aggregate's id"),
      [HEADER.aggregateVersion]: text("The aggregate's version after the change, from 1 without gaps", { pattern: '^[1-9][0-9]*$' }),
      [HEADER.snapshot]: text(
        'Told again as it stands, with nothing changed: who never heard of the aggregate begins here. Absent otherwise',
        {
          const: 'true',
        },
      ),
      [HEADER.contentType]: text('Always application/json', { const: 'application/json' }),
      [HEADER.traceparent]: text('W3C trace context of the request that caused it'),
      [HEADER.messageId]: text('ce-id, or ce-id/n when an operator had it published again: the stream drops a repeat within two minutes'),
    },
  };
}
