import { describe, expect, it } from '@jest/globals';
import { caseTypeOf, POLICIES } from './policy.js';

describe('a policy', () => {
  it.each(Object.entries(POLICIES.presets))('%s has a preset that fits it', (name, preset) => {
    expect(POLICIES.check(name, preset).ok).toBe(true);
  });

  it('begins with what the service works by until a district sets its own', () => {
    expect(POLICIES.presets).toEqual({
      'mediation-limit': { months: 1 },
      'accept-limit': { days: 3 },
      'category-case-types': {},
      'dossier-years': 10,
      'erased-dossier-years': 10,
      'access-months': 36,
    });
  });

  it.each([{ months: 0 }, { months: 13 }, { months: 1.5 }, { months: '1' }, {}, { months: 1, days: 2 }, [], null, 'x'])(
    'mediation-limit is not %j',
    (value) => {
      expect(POLICIES.check('mediation-limit', value)).toMatchObject({
        ok: false,
        error: { code: 'case_mediation.policy.invalid', pointer: '/value' },
      });
    },
  );

  it.each([{ '03': 'weather' }, { '3': 'land' }, { '030': 'land' }, { '03010203': 'land' }, { '': 'land' }, []])(
    'category-case-types is not %j',
    (value) => {
      expect(POLICIES.check('category-case-types', value).ok).toBe(false);
    },
  );
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
