import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ok, stepOf } from '@zero-distance/kernel';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { describeMachine } from '@zero-distance/testing/machine';
import { ERASED, keptForNow, madeSure, RESIDENT_EVENTS, registerResident } from './resident.js';
import { RESIDENT_TRANSITIONS } from './resident.transitions.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const WAITS = { 'resident-years': 5, 'resident-left-days': 365 };
const KEYS = {
  ring: new KeyRing(`k1:${randomBytes(32).toString('base64')}`),
  index: new BlindIndex(randomBytes(32).toString('base64')),
};
const resident = registerResident(
  {
    file: { name: '张秀英', phone: '13800001234' },
    ...{ areaCode: '230903011001', groups: ['elderly'], consentOn: '2026-11-01', consentWay: 'written', registeredBy: null },
  },
  NOW,
  KEYS,
  WAITS,
);
const KEEPERS = ['intake-clerk', 'window-clerk', 'grid-worker', 'care-worker'] as const;

describeMachine(RESIDENT_TRANSITIONS, {
  start: 'registered',
  expected: {
    registered: {
      correct: ['registered', ...KEEPERS],
      confirm: ['registered', ...KEEPERS],
      'join-group': ['registered', ...KEEPERS],
      'leave-group': ['registered', ...KEEPERS],
      leave: ['left', ...KEEPERS],
      merge: ['merged', ...KEEPERS],
      'withdraw-consent': ['erased', ...KEEPERS, 'system'],
      expire: ['erased', 'system'],
    },
    left: { return: ['registered', ...KEEPERS], 'withdraw-consent': ['erased', ...KEEPERS, 'system'], expire: ['erased', 'system'] },
    merged: { 'split-off': ['registered', ...KEEPERS], 'withdraw-with-main': ['erased', 'system'], expire: ['erased', 'system'] },
    erased: {},
  },
  take: (state, action, actor) => {
    const row = RESIDENT_TRANSITIONS.decide(state, action, actor, resident);
    return row.ok ? ok(stepOf(row.value, { ...resident, state }, actor)) : row;
  },
  dataOf: ({ event, before, after }) => RESIDENT_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('the file of a resident', () => {
  it('is kept for so many years after somebody has made sure of it last', () => {
    expect(resident).toMatchObject({ checkedAt: NOW, nextAt: new Date('2031-11-27T04:00:00Z') });
    const later = new Date('2028-02-29T04:00:00Z');
    expect(madeSure(later, WAITS)).toEqual({ checkedAt: later, nextAt: new Date('2033-03-01T04:00:00Z') });
  });

  it('is kept for so many days after somebody has left, who belongs to no group any more', () => {
    expect(keptForNow(NOW, WAITS)).toEqual({ groups: [], nextAt: new Date('2027-11-27T04:00:00Z') });
  });

  it('says nothing any more once it is erased', () => {
    const erased = { ...resident, ...ERASED };
    expect(erased).toMatchObject({ file: null, nameMasked: null, idNumberMasked: null, phoneMasked: null, phoneIndex: null, groups: [] });
    expect(JSON.stringify(erased)).not.toMatch(/张|1380000|1234/);
  });

  it('tells others ids and codes, and nothing that says who it is', () => {
    const told = RESIDENT_EVENTS['intake.resident.registered.v1'](resident, { before: null, at: NOW });
    expect(told).toEqual({ residentId: resident.id, areaCode: '230903011001', groups: ['elderly'], at: NOW.toISOString() });
  });
});
