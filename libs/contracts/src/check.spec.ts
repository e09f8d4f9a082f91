import { describe, expect, it } from '@jest/globals';
import { checkEventData, checkReceivedData, EventSchemaError } from './check.js';
import { EVENTS } from './events.js';

const TYPE = 'intake.request.registered.v1';
const { example } = EVENTS[TYPE];

describe('checking event data', () => {
  it('refuses an unknown field on emit, because it is a mistake of the producer', () => {
    expect(() => checkEventData(TYPE, { ...example, newField: 1 })).toThrow(EventSchemaError);
  });

  it('removes unknown fields on receipt, so that a producer may add an optional one first', () => {
    const received = { ...example, newField: 1 };
    checkReceivedData(TYPE, received);
    expect(received).toEqual(example);
  });

  it('refuses a missing or wrong field and an unknown type on receipt as on emit', () => {
    const { requestId: _, ...lacking } = example;
    for (const check of [checkEventData, checkReceivedData]) {
      expect(() => check(TYPE, lacking)).toThrow("must have required property 'requestId'");
      expect(() => check(TYPE, { ...example, requestId: 'x' })).toThrow('data/requestId must match format "uuid"');
      expect(() => check('intake.request.dreamt.v1', example)).toThrow('no such event type');
    }
  });

  it('holds who emits to the known words of an open list, and takes from others every word there may be', () => {
    const future = { ...example, channel: 'kiosk' };
    expect(() => checkEventData(TYPE, future)).toThrow('x-known-words');
    expect(() => checkReceivedData(TYPE, future)).not.toThrow();
    expect(future.channel).toBe('kiosk');
    expect(() => checkReceivedData(TYPE, { ...example, channel: 'no word' })).toThrow('data/channel must match pattern');
    expect(() => checkReceivedData(TYPE, { ...example, urgency: 'kiosk' })).toThrow(
      'data/urgency must be equal to one of the allowed values',
    );
  });
});
