import { describe, expect, it } from '@jest/globals';
import { EVENTS, type EventType } from '@zero-distance/contracts';
import { STAFF_KINDS } from '@zero-distance/notification';
import { channelsFor } from './contact.js';
import { organisationsOf, personOf, tellingsOf } from './telling.js';

const order = EVENTS['dispatch.work-order.reminded.v1'].example;
const kindsOf = (type: string, data: object) =>
  tellingsOf({ type, data: data as Readonly<Record<string, unknown>> }).map(({ kind }) => kind);

describe('what staff are told', () => {
  it('is of every kind by some event, so that no kind can be chosen that never comes', () => {
    const told = (Object.keys(EVENTS) as EventType[]).flatMap((type) =>
      ['reminder', 'yellow', 'red', 'urge', 'supplement', 'complaint', 'found', 'dissatisfied'].flatMap((word) =>
        kindsOf(type, {
          ...{ ...EVENTS[type].example, level: word, lamp: word, followUp: word, satisfaction: word },
          ...(word === 'found' && { finderId: 'zhao' }),
        }),
      ),
    );
    expect(new Set(told)).toEqual(new Set(STAFF_KINDS));
  });

  it('is to look at it again first where somebody found it who does, and the reviewer is told when they have', () => {
    const replied = EVENTS['dispatch.work-order.replied.v1'].example;
    expect(kindsOf('dispatch.work-order.replied.v1', replied)).toEqual(['order-replied']);
    const found = { ...replied, finderId: 'zhao' };
    expect(kindsOf('dispatch.work-order.replied.v1', found)).toEqual(['order-recheck']);
    expect(personOf(found)).toBe('zhao');
    expect(kindsOf('dispatch.work-order.corrected.v1', found)).toEqual(['order-corrected', 'order-recheck']);
    expect(kindsOf('dispatch.work-order.corrected.v1', order)).toEqual(['order-corrected']);
    for (const type of ['confirmed', 'recheck-lapsed']) expect(kindsOf(`dispatch.work-order.${type}.v1`, order)).toEqual(['order-replied']);
  });

  it('of a poor rating of a service case at once, and of a good one nothing', () => {
    const rated = (satisfaction: string) =>
      kindsOf('intake.service-case.rated.v1', { ...EVENTS['intake.service-case.rated.v1'].example, satisfaction });
    expect([rated('dissatisfied'), rated('very-dissatisfied'), rated('basically-satisfied')]).toEqual([
      ['rating-poor'],
      ['rating-poor'],
      [],
    ]);
  });

  it('is told of a key person to who looks after them or is asked to, and to the clerks of the area where nobody does', () => {
    const tell = (type: string, data: object) =>
      tellingsOf({ type: `intake.key-person.${type}.v1`, data: data as Readonly<Record<string, unknown>> }).map(({ kind, of, named }) => [
        kind,
        named ?? of,
      ]);
    expect(tell('overdue', { workerId: 'li' })).toEqual([['care-overdue', 'person']]);
    expect(tell('overdue', {})).toEqual([['care-overdue', 'area']]);
    expect(tell('lapsed', { workerId: 'li' })).toEqual([['care-refused', 'person']]);
    expect(tell('refused', {})).toEqual([['care-refused', 'area']]);
    expect(tell('referred', {})).toEqual([['care-offered', 'offeredOrganisationId']]);
    expect([personOf({ offeredTo: 'wang' }), personOf({ workerId: 'li' }), personOf({})]).toEqual(['wang', 'li', null]);
    expect(tell('moved', { waits: true })).toEqual([['care-moved-in', 'area']]);
    expect(tell('moved', {})).toEqual([]);
    expect(tell('visited', {})).toEqual([]);
    expect(tell('risk-changed', {})).toEqual([['care-risk-changed', 'area']]);
    expect(tell('left', { leaving: 'no-need' })).toEqual([['care-ended', 'area']]);
    expect(tell('left', { leaving: 'died' })).toEqual([]);
  });

  it('is told of a report by a WeChat group to who looks after it, too', () => {
    const type = 'intake.snapshot-report.reported.v1';
    const { keeperId, ...byNoGroup } = EVENTS[type].example;
    expect(kindsOf(type, { ...byNoGroup, keeperId })).toEqual(['snapshot-reported', 'snapshot-by-group']);
    expect(personOf({ keeperId })).toBe(keeperId);
    expect(kindsOf(type, byNoGroup)).toEqual(['snapshot-reported']);
  });

  it('is told to who was told of an answer to a supervision order that it was taken back', () => {
    const toldTo = (type: 'answered' | 'taken-back') => {
      const data = EVENTS[`dispatch.supervision-order.${type}.v1`].example as unknown as Readonly<Record<string, unknown>>;
      return tellingsOf({ type: `dispatch.supervision-order.${type}.v1`, data }).map(({ kind, ...whom }) => whom);
    };
    expect(kindsOf('dispatch.supervision-order.taken-back.v1', {})).toEqual(['supervision-taken-back']);
    expect(toldTo('taken-back')).toEqual(toldTo('answered'));
  });

  it('is nothing of a type or a level that this version does not know', () => {
    expect(kindsOf('dispatch.work-order.shelved.v1', order)).toEqual([]);
    expect(kindsOf('dispatch.work-order.reminded.v1', { ...order, level: 'violet' })).toEqual([]);
  });

  it('goes to the lead and to co-handlers, as far as the event names them', () => {
    expect(organisationsOf({ leadOrganisationId: 'lead', coOrganisationIds: ['co'] })).toEqual(['lead', 'co']);
    expect(organisationsOf({ leadOrganisationId: null })).toEqual([]);
  });
});

describe('the channels of a kind', () => {
  const both = { emailMasked: 'z***@x.cn', phoneMasked: '138****1234', choices: {} };
  it('are all that the person has for what has a clock running, and none for the rest, unless they choose', () => {
    expect(channelsFor('order-red', both)).toEqual(['sms', 'email']);
    expect(channelsFor('order-replied', both)).toEqual([]);
    expect(channelsFor('order-replied', { ...both, choices: { 'order-replied': ['email'] } })).toEqual(['email']);
    expect(channelsFor('order-red', { ...both, choices: { 'order-red': [] } })).toEqual([]);
  });

  it('are never one that the person does not have', () => {
    expect(channelsFor('order-red', { ...both, phoneMasked: null, choices: { 'order-red': ['sms'] } })).toEqual([]);
  });
});
