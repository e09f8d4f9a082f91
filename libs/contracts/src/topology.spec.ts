import { describe, expect, it } from '@jest/globals';
import { EVENTS } from './events.js';
import { hears, SERVICES, SUBSCRIPTIONS, subjectOf, subjectsOf } from './topology.js';

describe('a subject', () => {
  it('ends with the routing token of an aggregate that has one', () => {
    expect(subjectOf('intake.request.closed.v1', EVENTS['intake.request.closed.v1'].example)).toBe(
      'evt.intake.request.closed.v1.complaint',
    );
    expect(subjectOf('dispatch.organisation.registered.v1', {})).toBe('evt.dispatch.organisation.registered.v1');
  });

  it('is found by the filter of its type', () => {
    for (const [type, { example }] of Object.entries(EVENTS)) expect(hears(subjectsOf(type), subjectOf(type, example))).toBe(true);
  });
});

describe('a filter', () => {
  it.each([
    ['evt.intake.>', 'evt.intake.request.closed.v1.dispute', true],
    ['evt.intake.>', 'evt.intake', false],
    ['evt.intake.>', 'evt.dispatch.holiday.registered.v1', false],
    ['evt.intake.request.*.*.dispute', 'evt.intake.request.closed.v1.dispute', true],
    ['evt.intake.request.*.*.dispute', 'evt.intake.request.closed.v1.help', false],
    ['evt.intake.request.*.*.dispute', 'evt.intake.request.closed.v1', false],
    ['evt.intake.*', 'evt.intake.request.closed', false],
  ])('%s on %s: %s', (filter, subject, heard) => {
    expect(hears(filter, subject)).toBe(heard);
  });
});

describe('a subscription', () => {
  it('is of another service, unless it reads a stream as it stands, and the only one of its name on that service', () => {
    const names = SERVICES.flatMap((service) => SUBSCRIPTIONS[service].map(({ source, durable }) => `${source} ${durable}`));
    expect(new Set(names).size).toBe(names.length);
    for (const service of SERVICES) {
      for (const { source, bySequence } of SUBSCRIPTIONS[service]) expect(source === service && !bySequence).toBe(false);
    }
  });
});
