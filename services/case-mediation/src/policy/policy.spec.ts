import { describe, expect, it } from '@jest/globals';
import { caseTypeOf, checkPolicy, isPolicyName, POLICY_DEFAULTS, POLICY_NAMES } from './policy.js';

describe('a policy', () => {
  it.each(POLICY_NAMES)('%s has a default that fits it', (name) => {
    expect(checkPolicy(name, POLICY_DEFAULTS[name]).ok).toBe(true);
  });

  it.each([{ months: 0 }, { months: 13 }, { months: 1.5 }, { months: '1' }, {}, { months: 1, days: 2 }, [], null, 'x'])(
    'mediation-limit is not %j',
    (value) => {
      expect(checkPolicy('mediation-limit', value)).toMatchObject({
        ok: false,
        error: { code: 'case_mediation.policy.invalid', pointer: '/value' },
      });
    },
  );

  it.each([{ '03': 'weather' }, { '3': 'land' }, { '030': 'land' }, { '03010203': 'land' }, { '': 'land' }, []])(
    'category-case-types is not %j',
    (value) => {
      expect(checkPolicy('category-case-types', value).ok).toBe(false);
    },
  );

  it('is known by its own name only', () => {
    expect([isPolicyName('mediation-limit'), isPolicyName('toString')]).toEqual([true, false]);
  });
});

describe('the type of a dispute', () => {
  const types = { '03': 'neighbours', '0301': 'land', '030102': 'labour' } as const;
  it.each([
    ['030102', 'labour'],
    ['030103', 'land'],
    ['030203', 'neighbours'],
    ['040102', 'other'],
  ])('of category %s is %s: the longest prefix wins', (category, type) => {
    expect(caseTypeOf(category, types)).toBe(type);
  });
});
