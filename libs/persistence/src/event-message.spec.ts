import { describe, expect, it } from '@jest/globals';
import { EVENTS, EventSchemaError, HEADER } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { envelopeOf, receive } from '../../messaging/src/inbox/received-event.js';
import { type EventToSend, outboxRow, readData, readEnvelope } from './event-message.js';

const TYPE = 'intake.request.registered.v1';
const EVENT: EventToSend = {
  service: 'intake',
  type: TYPE,
  aggregate: { id: newId(), version: 3 },
  data: EVENTS[TYPE].example,
  now: new Date('2026-11-23T04:00:00Z'),
};
const anything = () => true;
const headersOf = (event = EVENT): Record<string, string> => JSON.parse(outboxRow(event).headers);
const delivered = (headers: Record<string, string>, body = JSON.stringify(EVENT.data)) => ({
  headers,
  body,
  tries: 1,
  messageId: 'EVT_X:1',
});

describe('an event as a message', () => {
  it('An event comes back as it was sent', () => {
    const { eventId, subject, body } = outboxRow(EVENT);
    const headers = headersOf();
    expect(subject).toBe(`evt.${TYPE}.complaint`);
    expect(readEnvelope((name) => headers[name])).toEqual({
      id: headers[HEADER.id],
      type: TYPE,
      source: '/services/intake',
      time: EVENT.now,
      aggregateId: EVENT.aggregate.id,
      aggregateVersion: 3,
      snapshot: false,
      traceparent: undefined,
    });
    expect(readData(TYPE, body)).toEqual(EVENT.data);
    expect(eventId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('An event says that it is a snapshot only where it is one', () => {
    expect(headersOf()).not.toHaveProperty(HEADER.snapshot);
    const headers = headersOf({ ...EVENT, snapshot: true });
    expect(readEnvelope((name) => headers[name])).toMatchObject({ aggregateVersion: 3, snapshot: true });
  });

  it('An event that does not fit its schema or is too large for the broker is refused when it is emitted', () => {
    expect(() => outboxRow({ ...EVENT, data: {} })).toThrow(EventSchemaError);
    const type = 'dispatch.organisation.registered.v1';
    const large = { ...EVENTS[type].example, kind: '局'.repeat(200_000) };
    expect(() => outboxRow({ ...EVENT, type, data: large })).toThrow(EventSchemaError);
  });

  it('An event about a dead letter goes to the dead-letter stream', () => {
    const type = 'intake.dead-letter.recorded.v1';
    expect(outboxRow({ ...EVENT, type, data: EVENTS[type].example }).subject).toBe('dlq.intake.recorded');
  });

  it.each([HEADER.id, HEADER.type, HEADER.source, HEADER.time, HEADER.subject, HEADER.aggregateVersion])(
    'A message without %s cannot be read',
    (name) => {
      const headers = headersOf();
      delete headers[name];
      expect(receive(delivered(headers), anything)).toBeInstanceOf(EventSchemaError);
      expect(envelopeOf(delivered(headers))).toBeUndefined();
    },
  );

  it.each([
    [HEADER.aggregateVersion, '0'],
    [HEADER.aggregateVersion, '1.5'],
    [HEADER.aggregateVersion, '2147483648'],
    [HEADER.subject, 'not-a-uuid'],
    [HEADER.time, 'yesterday'],
  ])('A message whose %s is %s cannot be read: the database would refuse the value', (name, value) => {
    expect(receive(delivered({ ...headersOf(), [name]: value }), anything)).toBeInstanceOf(EventSchemaError);
  });

  it('An event whose data cannot be read keeps its version', () => {
    const broken = delivered(headersOf(), '{"half":');
    expect(receive(broken, anything)).toBeInstanceOf(EventSchemaError);
    expect(envelopeOf(broken)).toMatchObject({ aggregateId: EVENT.aggregate.id, aggregateVersion: 3 });
  });

  it('An event without a handler is not parsed beyond its envelope', () => {
    const foreign = delivered({ ...headersOf(), [HEADER.type]: 'intake.request.dreamt.v1' }, 'whatever');
    expect(receive(foreign, () => false)).toMatchObject({ envelope: { aggregateVersion: 3 }, data: undefined });
    expect(receive(foreign, anything)).toBeInstanceOf(EventSchemaError);
  });

  it('An event is read without the fields that this version does not know', () => {
    expect(readData(TYPE, JSON.stringify({ ...(EVENT.data as object), later: true }))).toEqual(EVENT.data);
  });
});
