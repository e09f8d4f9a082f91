import { describe, expect, it } from '@jest/globals';
import { checkPolicy, isPolicyName, POLICY_DEFAULTS, POLICY_NAMES } from './policy.js';

describe('a policy', () => {
  it.each(POLICY_NAMES)('%s has a default that fits it', (name) => {
    expect(checkPolicy(name, POLICY_DEFAULTS[name])).toEqual({ ok: true, value: POLICY_DEFAULTS[name] });
  });

  it.each([0, 11, 1.5, '3', null, {}])('callback-attempts is not %j', (value) => {
    expect(checkPolicy('callback-attempts', value)).toMatchObject({ error: { code: 'evaluation.policy.invalid', pointer: '/value' } });
  });

  it('is known by its own name only', () => {
    expect([isPolicyName('small-sample'), isPolicyName('toString')]).toEqual([true, false]);
  });
});
