import { describe, expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

describe('a policy', () => {
  it.each(Object.entries(POLICIES.presets))('%s has a preset that fits it', (name, preset) => {
    expect(POLICIES.check(name, preset)).toEqual({ ok: true, value: preset });
  });

  it.each([0, 11, 1.5, '3', null, {}])('callback-attempts is not %j', (value) => {
    expect(POLICIES.check('callback-attempts', value)).toMatchObject({ error: { code: 'evaluation.policy.invalid', pointer: '/value' } });
  });
});
