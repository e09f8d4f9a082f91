import { expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

it.each(Object.entries(POLICIES.presets))('%s has a preset that fits it', (name, preset) => {
  expect(POLICIES.check(name, preset)).toEqual({ ok: true, value: preset });
});

it('Policies begin with what the service works by until a district sets its own', () => {
  expect(POLICIES.presets).toEqual({ 'transfer-limit': 3, 'access-months': 36 });
});
