import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dateEndingAt, dateOf, endOf, isCalendarDate, readable, startOf, weekday, yearsAfter, yearsBefore } from './shanghai.js';

const instants = fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true });

describe('dates in Shanghai', () => {
  it('begin eight hours before the same date in UTC', () => {
    expect(startOf('2026-10-01')).toEqual(new Date('2026-09-30T16:00:00Z'));
    expect(endOf('2026-10-01')).toEqual(new Date('2026-10-01T16:00:00Z'));
    expect(dateOf(new Date('2026-09-30T15:59:59.999Z'))).toBe('2026-09-30');
    expect(dateOf(new Date('2026-09-30T16:00:00Z'))).toBe('2026-10-01');
  });

  it('agree with the zone data of the runtime at any instant', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    fc.assert(fc.property(instants, (at) => expect(dateOf(at)).toBe(zone.format(at))));
  });

  it('hold every instant between their start and their end', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const date = dateOf(at);
        expect(startOf(date) <= at && at < endOf(date)).toBe(true);
        expect(dateEndingAt(endOf(date))).toBe(date);
      }),
    );
  });

  it('are the same moment some years apart, a day later where there is no 29 February', () => {
    expect(yearsAfter(new Date('2026-11-23T04:05:06.007Z'), 10)).toEqual(new Date('2036-11-23T04:05:06.007Z'));
    expect(yearsAfter(new Date('2028-02-29T04:00:00Z'), 1)).toEqual(new Date('2029-03-01T04:00:00Z'));
    expect(yearsBefore(new Date('2036-11-23T04:00:00Z'), 10)).toEqual(new Date('2026-11-23T04:00:00Z'));
  });

  it('cross months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(weekday('2026-10-11')).toBe(0);
  });

  it('are real dates', () => {
    expect(['2028-02-29', '2026-12-31', '0050-01-01'].filter(isCalendarDate)).toHaveLength(3);
    expect(['2026-02-29', '2026-04-31', '2026-00-10', '2026-13-10', '2026-01-00', '2026-01-32', '20261001'].filter(isCalendarDate)).toEqual(
      [],
    );
  });

  it('read 24:00 at the end of a day', () => {
    expect(readable(endOf('2026-10-01'))).toBe('2026-10-01 24:00');
    expect(readable(new Date('2026-10-01T06:05:00Z'))).toBe('2026-10-01 14:05');
  });
});
