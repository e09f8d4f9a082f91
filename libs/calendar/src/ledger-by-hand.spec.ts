import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeCalendar } from './calendar.js';
import type { Duration } from './deadline.js';
import { recomputeDue } from './ledger.js';
import type { DeadlineEntry } from './ledger-entry.js';

/*
 * A due time worked out a second time, as a person would: with a wall calendar of day numbers, one day after the other, without any of the functions
 * that the ledger is made of.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SHANGHAI = 8 * 60 * MINUTE;

type Kind = 'holiday' | 'workday';
/** The year that the district says it has loaded whole; the years around it nobody has. */
const LOADED = 2091;
/** 1 January, 1 and 2 May, 1 to 3 October: days off in every year. */
const ALWAYS_OFF = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** Days since 1970 in Shanghai, and back to a text. */
const dayOf = (ms: number) => Math.floor((ms + SHANGHAI) / DAY);
const endOfDay = (day: number) => (day + 1) * DAY - SHANGHAI;
const textOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

function isWorking(day: number, days: Readonly<Record<string, Kind>>): boolean {
  const text = textOf(day);
  const kind = days[text];
  if (kind !== undefined) return kind === 'workday';
  if (!text.startsWith(`${LOADED}-`) && ALWAYS_OFF.includes(text.slice(5))) return false;
  const weekday = (day + 4) % 7; // 1 January 1970 was a Thursday
  return weekday !== 0 && weekday !== 6;
}

/** Goes on day by day until `amount` days that count are over. */
function walk(fromDay: number, amount: number, counts: (day: number) => boolean): number {
  let day = fromDay;
  for (let left = amount; left > 0; ) {
    day += 1;
    if (counts(day)) left -= 1;
  }
  return day;
}

function slowDue(entries: readonly DeadlineEntry[], days: Readonly<Record<string, Kind>>): number {
  const working = (day: number) => isWorking(day, days);
  const after = (ms: number, fromDay: number, { amount, unit }: Duration): number => {
    if (unit === 'hour') return ms + amount * 60 * MINUTE;
    return endOfDay(walk(fromDay, amount, unit === 'natural_day' ? () => true : working));
  };
  let start = 0;
  let limit: Duration = { amount: 0, unit: 'hour' };
  let due = 0;
  let pausedAt = 0;
  let extensions: Duration[] = [];
  /** What is counted in working days is never due on a day off. */
  const onWorkingDay = (ms: number): number => {
    const day = dayOf(ms - 1);
    return limit.unit !== 'working_day' || working(day) ? ms : endOfDay(walk(day, 1, working));
  };
  const longer = (by: Duration) => {
    due = onWorkingDay(after(due, dayOf(due - 1), by));
  };
  for (const entry of entries) {
    const at = entry.at.getTime();
    if (entry.kind === 'granted') {
      [start, limit, extensions] = [at, entry.limit, []];
      due = after(start, dayOf(start), limit);
    } else if (entry.kind === 'extended') {
      extensions.push(entry.limit);
      longer(entry.limit);
    } else if (entry.kind === 'corrected') {
      limit = entry.limit;
      due = onWorkingDay(after(start, dayOf(start), limit));
      for (const by of extensions) longer(by);
    } else if (entry.kind === 'paused') pausedAt = at;
    else if (entry.kind === 'resumed') {
      start += at - pausedAt;
      due = onWorkingDay(due + at - pausedAt);
    }
  }
  return due;
}

const unit = fc.constantFrom<Duration['unit']>('hour', 'natural_day', 'working_day');
const limit = fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit });
/** From the year before the loaded one to the year after it: over ends of months and years, and into years that nobody has loaded. */
const FIRST = Date.UTC(LOADED - 1, 9, 1);
const instant = fc.integer({ min: 0, max: (500 * DAY) / MINUTE }).map((minutes) => FIRST + minutes * MINUTE);
/** Days that the district says are off, and Saturdays and Sundays that are made up for them. */
const days = fc.dictionary(
  fc.integer({ min: 0, max: 600 }).map((offset) => textOf(dayOf(FIRST) + offset)),
  fc.constantFrom<Kind>('holiday', 'workday'),
  { maxKeys: 60 },
);
const happening = fc.record({
  kind: fc.constantFrom('extended' as const, 'pause' as const, 'corrected' as const, 'calendar_changed' as const),
  later: fc.nat(20 * DAY),
  length: fc.nat(120 * DAY),
  limit,
});

/** A history as life writes it; a pause may be open at its end. */
const history = fc.tuple(instant, limit, fc.array(happening, { maxLength: 8 }), fc.boolean()).map(([from, granted, happenings, isOpen]) => {
  const entries: DeadlineEntry[] = [{ kind: 'granted', at: new Date(from), limit: granted }];
  let now = from;
  happenings.forEach(({ kind, later, length, limit: by }, i) => {
    now += later;
    if (kind === 'calendar_changed') entries.push({ kind, at: new Date(now), edition: `edition ${i}` });
    else if (kind !== 'pause') entries.push({ kind, at: new Date(now), limit: by });
    else {
      entries.push({ kind: 'paused', at: new Date(now) });
      if (isOpen && i === happenings.length - 1) return;
      // What happens while it is paused: a correction, an extension, another calendar.
      const during = i % 3;
      if (during === 1) entries.push({ kind: 'corrected', at: new Date(now + length / 2), limit: by });
      if (during === 2) entries.push({ kind: 'extended', at: new Date(now + length / 2), limit: by });
      now += length;
      entries.push({ kind: 'resumed', at: new Date(now) });
    }
  });
  return entries;
});

it('10,000 random histories come to the due time that is worked out day by day, row after row, by the calendar in force', () => {
  fc.assert(
    fc.property(history, days, (entries, table) => {
      const calendar = makeCalendar({ edition: 'district', years: [LOADED], days: table });
      const { steps } = recomputeDue(entries, calendar);
      const byHand = entries.map((_, i) => slowDue(entries.slice(0, i + 1), table));
      expect(steps.map(({ at }) => at.getTime())).toEqual(byHand);
    }),
    { numRuns: 10_000 },
  );
}, 300_000);
