import { describe, expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

describe('a policy', () => {
  it.each(Object.entries(POLICIES.presets))('%s has a preset that fits it', (name, preset) => {
    expect(POLICIES.check(name, preset)).toEqual({ ok: true, value: preset });
  });

  it('begins with what the service works by until a district sets its own', () => {
    expect(POLICIES.presets).toEqual({
      'answer-seconds': 15,
      'attempt-interval': 120,
      'callback-attempts': 3,
      'callback-limit': 72,
      'callback-rounds': 3,
      'publish-minimum': 5,
      'small-sample': 30,
      'access-months': 36,
    });
  });

  it.each([0, 11, 1.5, '3', null, {}])('callback-attempts is not %j', (value) => {
    expect(POLICIES.check('callback-attempts', value)).toMatchObject({ error: { code: 'evaluation.policy.invalid', pointer: '/value' } });
  });
});
