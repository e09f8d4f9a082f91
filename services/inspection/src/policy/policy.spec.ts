import { expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

it.each(Object.entries(POLICIES.presets))('%s has a preset that fits it', (name, preset) => {
  expect(POLICIES.check(name, preset)).toEqual({ ok: true, value: preset });
});
