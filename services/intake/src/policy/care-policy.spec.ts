import { describe, expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

describe('the policies of key persons', () => {
  it('begin with the local rhythm, and with ways that count for each risk', () => {
    expect(POLICIES.presets).toMatchObject({
      'care-rhythm': { high: 7, key: 30, general: 90 },
      'care-ways': { high: ['home'], key: ['home', 'third-party', 'paired-volunteer'] },
      'care-change-hours': 24,
      'care-record-days': 7,
      'care-handover-days': 3,
    });
    for (const name of ['care-rhythm', 'care-ways'] as const)
      expect(POLICIES.check(name, POLICIES.presets[name])).toEqual({ ok: true, value: POLICIES.presets[name] });
  });

  it.each<[string, unknown]>([
    ['care-rhythm', 7],
    ['care-rhythm', null],
    ['care-rhythm', { high: 7, key: 30 }],
    ['care-rhythm', { high: 0, key: 30, general: 90 }],
    ['care-rhythm', { high: 7.5, key: 30, general: 90 }],
    ['care-rhythm', { high: 7, key: 30, general: 367 }],
    ['care-rhythm', { high: 7, key: 30, general: 90, low: 365 }],
    ['care-ways', { high: [], key: ['home'], general: ['home'] }],
    ['care-ways', { high: 'home', key: ['home'], general: ['home'] }],
    ['care-ways', { high: ['by-drone'], key: ['home'], general: ['home'] }],
    ['care-change-hours', -1],
    ['care-handover-days', 31],
    ['care-record-days', 61],
  ])('refuse %s that is %j', (name, value) => {
    expect(POLICIES.check(name, value).ok).toBe(false);
  });
});
