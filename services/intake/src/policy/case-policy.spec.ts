import { expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

it('A case that something is missing of lapses after a month and is told of five days before, a poor rating is verified within 5 working days, it is rated within 30 days, what was registered by mistake is taken back within a week, and who applied is kept for ten years', () => {
  const { presets } = POLICIES;
  const days = [presets['case-wait-days'], presets['case-lapse-notice-days'], presets['case-remind-days'], presets['poor-rating-days']];
  expect([presets['case-take-back-days'], presets['case-rate-days']]).toEqual([7, 30]);
  expect([...days, presets['case-years'], presets['home-visit-hours']]).toEqual([30, 5, 3, 5, 10, 4]);
});
