import { describe, expect, it } from '@jest/globals';
import { checkEventData, EventSchemaError } from './check.js';
import { EVENTS, type EventType } from './events.js';
import { wordsOf } from './fields.js';
import { routingTokenOf, SERVICES } from './topology.js';

const types = Object.keys(EVENTS) as EventType[];

describe('every event', () => {
  it.each(types)('%s is named service.noun.past-participle.version', (type) => {
    const [service, , , version, ...rest] = type.split('.');
    expect(SERVICES).toContain(service);
    expect(version).toMatch(/^v[1-9]\d*$/);
    expect(rest).toEqual([]);
  });

  it.each(types)('%s has an example that fits its schema', (type) => {
    expect(() => checkEventData(type, EVENTS[type].example)).not.toThrow();
  });

  it.each(types)('%s refuses an unknown field', (type) => {
    expect(() => checkEventData(type, { ...EVENTS[type].example, surprise: 1 })).toThrow(EventSchemaError);
  });

  it.each(types.filter(routingTokenOf))(
    '%s always has the field that ends its subject, one of some words that are subject tokens',
    (type) => {
      const token = routingTokenOf(type) as string;
      expect(EVENTS[type].schema.required).toContain(token);
      const words = wordsOf((EVENTS[type].schema.properties as Record<string, object>)[token]);
      expect(words.length).toBeGreaterThan(0);
      for (const word of words) expect(word).toMatch(/^[a-z][a-z0-9-]*$/);
    },
  );

  it.each(types)('%s has a title in Chinese and one in English', (type) => {
    const { zh, en } = EVENTS[type].title;
    expect([/\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([true, false]);
  });

  it.each(types)('%s describes every field', (type) => {
    const undescribed = Object.entries(EVENTS[type].schema.properties)
      .filter(([, field]) => !JSON.stringify(field).includes('"description"'))
      .map(([name]) => name);
    expect(undescribed).toEqual([]);
  });
});
