import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { POLICIES } from '../../policy/policy.js';
import { dispatchDueTimes, feedbackLimit, levelToIssue, nextReminderAt, reminderTimes } from './deadline.js';

const at = (text: string) => new Date(`${text}+08:00`);
const calendar = makeCalendar();

describe('the time to answer', () => {
  it.each([
    ['life-safety', 'help', { amount: 2, unit: 'hour' }],
    ['utilities', 'complaint', { amount: 24, unit: 'hour' }],
    ['normal', 'complaint', { amount: 7, unit: 'natural_day' }],
    ['complex', 'complaint', { amount: 15, unit: 'natural_day' }],
    ['normal', 'inquiry', { amount: 1, unit: 'working_day' }],
    ['complex', 'inquiry', { amount: 1, unit: 'working_day' }],
    ['life-safety', 'inquiry', { amount: 2, unit: 'hour' }],
    ['normal', null, { amount: 7, unit: 'natural_day' }],
  ] as const)('of a matter that is %s, asked as %s', (urgency, requestKind, limit) => {
    expect(feedbackLimit(POLICIES.presets, { urgency, requestKind, service: null })).toEqual(limit);
  });

  it.each(['normal', 'life-safety'] as const)('of a service that was ordered is what its item promises, also where it is %s', (urgency) => {
    const ordered = { urgency, requestKind: 'service-order', service: { limitWorkingDays: 3 } } as const;
    expect(feedbackLimit(POLICIES.presets, ordered)).toEqual({ amount: 3, unit: 'working_day' });
  });
});

describe('the time to accept and the time to return', () => {
  it('begin with the dispatch', () => {
    const { signDueAt, returnUntil } = dispatchDueTimes(POLICIES.presets, calendar, at('2026-09-30T17:30:00'));
    expect(signDueAt).toEqual(at('2026-09-30T19:30:00'));
    expect(returnUntil).toEqual(at('2026-10-09T00:00:00')); // the working day after National Day, to its end
  });
});

describe('supervision of an overdue order', () => {
  const times = reminderTimes(POLICIES.presets, calendar, at('2026-10-20T00:00:00')); // due at the end of Monday 19
  it('reminds a day after it was due, shows yellow 5 working days later, red 5 after that', () => {
    expect(times).toEqual([
      { level: 'reminder', at: at('2026-10-21T00:00:00') },
      { level: 'yellow', at: at('2026-10-28T00:00:00') },
      { level: 'red', at: at('2026-11-04T00:00:00') },
    ]);
  });

  it('goes one level further, or straight to the highest that was missed, and ends with red', () => {
    expect(levelToIssue(times, null, at('2026-10-21T00:00:00'))).toBe('reminder');
    expect(levelToIssue(times, 'reminder', at('2026-10-28T09:00:00'))).toBe('yellow');
    expect(levelToIssue(times, null, at('2026-12-01T00:00:00'))).toBe('red');
    expect(levelToIssue(times, 'reminder', at('2026-10-22T00:00:00'))).toBe('yellow'); // it was due by the limits when it was set
    expect(levelToIssue(times, 'red', at('2026-12-01T00:00:00'))).toBeUndefined();
  });

  it('knows when the next level is due', () => {
    expect([null, 'reminder', 'yellow', 'red'].map((issued) => nextReminderAt(times, issued as never))).toEqual([
      ...times.map((time) => time.at),
      null,
    ]);
  });
});
