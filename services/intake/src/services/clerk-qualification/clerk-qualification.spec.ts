import { expect, it } from '@jest/globals';
import { type ClerkQualification, isQualifiedOn, keyOf } from './clerk-qualification.js';

const FOUND: ClerkQualification = {
  ...{ id: 'q', version: 1, key: keyOf('li', 'HF-04'), clerkId: 'li', itemCode: 'HF-04', organisation: 'xuefu', areaCode: '230903011001' },
  ...{ since: '2026-11-01', retiredOn: '2026-12-01' },
};

it('A clerk is qualified from the first day until the day before it is retired, and only for the organisation that they act for there', () => {
  expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((day) => isQualifiedOn(FOUND, 'xuefu', day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isQualifiedOn({ ...FOUND, retiredOn: null }, 'xuefu', '2030-01-01')).toBe(true);
  expect([isQualifiedOn(FOUND, 'other', '2026-11-01'), isQualifiedOn(FOUND, undefined, '2026-11-01')]).toEqual([false, false]);
  expect(isQualifiedOn(undefined, 'xuefu', '2026-11-01')).toBe(false);
});
