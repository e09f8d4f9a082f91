import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeCalendar } from './calendar.js';
import type { Duration } from './deadline.js';
import { recomputeDue } from './ledger.js';
import type { DeadlineEntry } from './ledger-entry.js';
import type { Period } from './period.js';

/*
 * A due time worked out a second time, as a person would: with a wall calendar of day numbers, one day after the other, without any of the functions
 * that the ledger is made of.
 */

const MINUTE = 60_000;
/** All instants, and all hours of work, are whole ticks. */
const TICK = 30 * MINUTE;
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

interface Rules {
  readonly days: Readonly<Record<string, Kind>>;
  /** First and last minute of each stretch of a working day; of one date other ones. */
  readonly hours: readonly Period[];
  /** By day number. */
  readonly ownHours: Readonly<Record<number, readonly Period[]>>;
  readonly rollsForward: boolean;
}

function slowDue(entries: readonly DeadlineEntry[], { days, hours, ownHours, rollsForward }: Rules): number[] {
  const known = new Map<number, boolean>();
  const working = (day: number): boolean => {
    const found = known.get(day) ?? isWorking(day, days);
    known.set(day, found);
    return found;
  };
  /** Whether working hours run in the tick that begins then. */
  const isWorked = (ms: number): boolean => {
    const day = dayOf(ms);
    if (!working(day)) return false;
    const minute = (ms - endOfDay(day) + DAY) / MINUTE;
    return (ownHours[day] ?? hours).some(({ from, to }) => minute >= from && minute < to);
  };
  const workOff = (fromMs: number, length: number): number => {
    let ms = fromMs;
    for (let left = length; left > 0; ms += TICK) if (isWorked(ms)) left -= TICK;
    return ms;
  };
  const workBetween = (fromMs: number, toMs: number): number => {
    let worked = 0;
    for (let ms = fromMs; ms < toMs; ms += TICK) if (isWorked(ms)) worked += TICK;
    return worked;
  };
  const after = (ms: number, fromDay: number, { amount, unit }: Duration): number => {
    if (unit === 'hour') return ms + amount * 60 * MINUTE;
    if (unit === 'working_hour') return workOff(ms, amount * 60 * MINUTE);
    const last = walk(fromDay, amount, unit === 'natural_day' ? () => true : working);
    return endOfDay(rollsForward && !working(last) ? walk(last, 1, working) : last);
  };
  let start = 0;
  let limit: Duration = { amount: 0, unit: 'hour' };
  let due = 0;
  let pausedAt = 0;
  let extensions: Duration[] = [];
  /** What is counted in working time is never due on a day off. */
  const onWorkingDay = (ms: number): number => {
    const day = dayOf(ms - 1);
    const mayBeOff = limit.unit === 'hour' || (limit.unit === 'natural_day' && !rollsForward);
    return mayBeOff || working(day) ? ms : endOfDay(walk(day, 1, working));
  };
  const longer = (by: Duration) => {
    due = onWorkingDay(after(due, dayOf(due - 1), by));
  };
  return entries.map((entry) => {
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
      if (due <= pausedAt) due += at - pausedAt;
      else if (limit.unit === 'working_hour' && workBetween(pausedAt, due) > 0) due = workOff(at, workBetween(pausedAt, due));
      else due = onWorkingDay(due + at - pausedAt);
    }
    return due;
  });
}

const unit = fc.constantFrom<Duration['unit']>('hour', 'working_hour', 'natural_day', 'working_day');
const limit = fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit });
/** From the year before the loaded one to the year after it: over ends of months and years, and into years that nobody has loaded. */
const FIRST = Date.UTC(LOADED - 1, 9, 1);
const ticks = (most: number) => fc.nat(most / TICK).map((count) => count * TICK);
const instant = ticks(500 * DAY).map((later) => FIRST + later);
const anyDay = fc.integer({ min: 0, max: 600 }).map((offset) => dayOf(FIRST) + offset);
/** Days that the district says are off, and Saturdays and Sundays that are made up for them. */
const days = fc.dictionary(anyDay.map(textOf), fc.constantFrom<Kind>('holiday', 'workday'), { maxKeys: 60 });
/** One or two stretches of work in a day. */
const periods = fc
  .uniqueArray(fc.integer({ min: 0, max: DAY / TICK }), { minLength: 4, maxLength: 4 })
  .map((ends) => ends.sort((a, b) => a - b).map((tick) => (tick * TICK) / MINUTE))
  .map(([first = 0, second = 0, third = 0, last = 0]) =>
    third % 60 === 0
      ? [{ from: first, to: last }]
      : [
          { from: first, to: second },
          { from: third, to: last },
        ],
  );
const rules = fc.record({
  days,
  hours: periods,
  ownHours: fc.dictionary(anyDay.map(String), periods, { maxKeys: 20 }),
  rollsForward: fc.boolean(),
});
const happening = fc.record({
  kind: fc.constantFrom('extended' as const, 'pause' as const, 'corrected' as const, 'calendar_changed' as const),
  later: ticks(20 * DAY),
  length: ticks(60 * DAY).map((ms) => ms * 2),
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
    fc.property(history, rules, (entries, table) => {
      const ownHours = Object.fromEntries(Object.entries(table.ownHours).map(([day, hours]) => [textOf(Number(day)), hours]));
      const calendar = makeCalendar({ edition: 'district', years: [LOADED], ...table, ownHours });
      const { steps } = recomputeDue(entries, calendar);
      expect(steps.map(({ at }) => at.getTime())).toEqual(slowDue(entries, table));
    }),
    { numRuns: 10_000 },
  );
}, 300_000);
