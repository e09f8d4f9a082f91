import { expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

it('Activities work by these values unless a district says otherwise', () => {
  const { presets } = POLICIES;
  const own = Object.entries(presets).filter(([name]) => name.startsWith('activity-') || name.startsWith('outcome-'));
  expect(Object.fromEntries(own)).toEqual({
    'activity-ahead-days': 366,
    'activity-longest-days': 31,
    'activity-places': 2000,
    'activity-doors-hours': 2,
    'activity-hold-days': 7,
    'activity-close-days': 30,
    'activity-offer-hours': 24,
    'activity-phone-places': 4,
    'activity-booking-years': 2,
    'outcome-follow-up-days': 30,
    'outcome-remind-days': 7,
    'outcome-close-days': 90,
  });
});
