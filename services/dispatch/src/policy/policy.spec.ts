import { describe, expect, it } from '@jest/globals';
import { POLICIES } from './policy.js';

describe('a policy value', () => {
  it.each(Object.entries(POLICIES.presets))('%s has a preset that is itself acceptable', (name, preset) => {
    expect(POLICIES.check(name, preset)).toEqual({ ok: true, value: preset });
  });

  it('begins with what the service works by until a district sets its own', () => {
    const hours = (amount: number) => ({ amount, unit: 'hour' });
    const days = (amount: number) => ({ amount, unit: 'natural_day' });
    const workingDays = (amount: number) => ({ amount, unit: 'working_day' });
    expect(POLICIES.presets).toEqual({
      'sign-limit': hours(2),
      'dispatch-limit': { 'life-safety': hours(1), utilities: hours(2), normal: hours(24), complex: hours(24) },
      'feedback-limit': { 'life-safety': hours(2), utilities: hours(24), normal: days(7), complex: days(15), inquiry: workingDays(1) },
      'service-rework-limit': workingDays(5),
      'review-limit': hours(24),
      'recheck-limit': workingDays(1),
      'recheck-rounds': 2,
      'return-window': workingDays(1),
      'overdue-steps': { reminder: days(1), yellow: workingDays(5), red: workingDays(5) },
      'lamp-thresholds': { yellow: 0.8, red: 1 },
      'urges-to-remind': 2,
      'decision-limit': workingDays(1),
      'appeal-window': workingDays(1),
      'extension-limit': { 'life-safety': hours(2), utilities: hours(24), normal: days(7), complex: days(15) },
      'parking-limit': days(90),
      'designate-after-returns': 2,
      'working-hours': { periods: '09:00-12:00 13:30-17:00' },
      'roll-forward': 0,
      'part-share': 0.8,
      'appointment-ahead-days': 60,
      'appointment-window-hours': 24,
      'mark-scale': 5,
      'arrival-limit': hours(0.5),
      'conclusion-limit': workingDays(1),
      'whistles-per-order': 20,
      'supervisions-per-order': 20,
      'supervision-limit': workingDays(5),
      'supervision-after-red': workingDays(5),
      'holiday-years': { complete: [] },
      'holidays-due-month': 12,
      'whistle-ahead-days': 30,
      'appointment-grace-minutes': 120,
      'arrival-early-minutes': 60,
      'whistle-moves': 3,
      'report-ahead-days': 90,
      'reports-per-order': 200,
      'duty-shift-hours': 168,
      'duty-ahead-days': 100,
      'duty-record-days': 180,
      'access-months': 36,
    });
  });

  it.each<[string, unknown, string]>([
    ['holidays-due-month', 13, '/value'],
    ['designate-after-returns', 0, '/value'],
    ['holidays-due-month', 1.5, '/value'],
    ['part-share', 0, '/value'],
    ['part-share', 1, '/value'],
    ['part-share', '0.5', '/value'],
    ['mark-scale', 1, '/value'],
    ['mark-scale', 11, '/value'],
    ['sign-limit', { amount: 0, unit: 'hour' }, '/value'],
    ['sign-limit', { amount: 1.5, unit: 'working_day' }, '/value'],
    ['sign-limit', { amount: 2, unit: 'fortnight' }, '/value'],
    ['sign-limit', { amount: 2, unit: 'hour', note: 'x' }, '/value'],
    ['sign-limit', { amount: 100_000, unit: 'hour' }, '/value'],
    ['return-window', null, '/value'],
    ['feedback-limit', POLICIES.presets['dispatch-limit'], '/value'],
    ['feedback-limit', { ...POLICIES.presets['feedback-limit'], more: { amount: 1, unit: 'hour' } }, '/value'],
    ['feedback-limit', { ...POLICIES.presets['feedback-limit'], normal: { amount: '7', unit: 'natural_day' } }, '/value/normal'],
    ['lamp-thresholds', { yellow: 0.8 }, '/value'],
    ['lamp-thresholds', { yellow: 1, red: 0.8 }, '/value'],
    ['lamp-thresholds', { yellow: 0, red: 1 }, '/value'],
    ['lamp-thresholds', { yellow: 0.8, red: 2.1 }, '/value'],
    ['lamp-thresholds', { yellow: '80%', red: 1 }, '/value'],
    ['lamp-thresholds', { yellow: 0.8, red: 1, blue: 2 }, '/value'],
    ['sign-limit', { amount: 1.5, unit: 'natural_day' }, '/value'],
    ['working-hours', { periods: '' }, '/value/periods'],
    ['working-hours', { periods: '09:00-09:30 10:00-10:29' }, '/value/periods'],
    ['working-hours', { periods: '09:00-12:00 11:00-17:00' }, '/value/periods'],
    ['working-hours', '09:00-17:00', '/value/periods'],
    ['roll-forward', true, '/value'],
    ['holiday-years', { complete: ['2027'] }, '/value/complete'],
    ['holiday-years', { complete: [27] }, '/value/complete'],
  ])('%s is refused when it is %j', (name, value, pointer) => {
    expect(POLICIES.check(name, value)).toMatchObject({ ok: false, error: { code: 'dispatch.policy.invalid', status: 422, pointer } });
  });

  it('in hours may be broken', () => {
    expect(POLICIES.check('sign-limit', { amount: 0.5, unit: 'hour' }).ok).toBe(true);
    expect(POLICIES.check('sign-limit', { amount: 0.5, unit: 'working_hour' }).ok).toBe(true);
  });
});
