import { describe, expect, it } from '@jest/globals';
import { definePolicies, type PolicyFault } from './policies.js';

const fault = (value: unknown): PolicyFault | undefined =>
  typeof value === 'number' ? undefined : { at: '/amount', zh: '须为数', en: 'it must be a number' };
const policies = definePolicies('case-mediation', {
  limit: { zh: '期限', en: 'limit', preset: 3, fault },
  weight: { zh: '权重', en: 'weight', preset: 5, fault },
});
const set = { name: 'weight', version: 2, value: 7, reason: '会议', setBy: 'admin', setAt: new Date(0) };

describe('policies', () => {
  it('hold their presets until one is set', () => {
    expect(policies.valuesOf([])).toEqual({ limit: 3, weight: 5 });
    expect(policies.valuesOf([set])).toEqual({ limit: 3, weight: 7 });
  });

  it('are all listed, in the order they are defined; version 0 is the preset', () => {
    const preset = { name: 'limit', version: 0, value: 3, reason: null, setBy: null, setAt: null };
    expect(policies.versionsOf([set])).toEqual([preset, set]);
  });

  it('take a value that fits, and say where another does not', () => {
    expect(policies.check('limit', 4)).toEqual({ ok: true, value: 4 });
    expect(policies.check('limit', 'x')).toMatchObject({
      error: { code: 'case_mediation.policy.invalid', status: 422, pointer: '/value/amount', params: { zh: '须为数' } },
    });
  });

  it.each(['lunch', 'toString', ''])('refuse a value for %j, which is none of them', (name) => {
    expect(policies.check(name, 1)).toMatchObject({ error: { code: 'case_mediation.policy.unknown', status: 404 } });
  });
});
