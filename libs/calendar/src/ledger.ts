import type { Calendar, CalendarWarning } from './calendar.js';
import { addWorkingDays, type Duration, type DurationUnit, dueAt, extendDue } from './deadline.js';
import type { DeadlineEntry } from './ledger-entry.js';
import * as explain from './ledger-text.js';
import { dateEndingAt, endOf } from './shanghai.js';
import { addWorkingTime, workingTimeBetween } from './working-time.js';

/** What one row did to the due time. */
export interface DeadlineStep {
  readonly entry: DeadlineEntry;
  /** The due time after this row. */
  readonly at: Date;
  readonly zh: string;
  readonly en: string;
}

/** A due time with its whole history. */
export interface Deadline {
  /** The due time. While paused, the due time as it stood: it moves when the clock resumes. */
  readonly at: Date;
  /** The Shanghai date it is due on. */
  readonly date: string;
  /** The start, moved by all pauses: with `at`, what `lamp` takes. */
  readonly countedFrom: Date;
  readonly paused: boolean;
  /** One step for each row, with its reason in both languages. */
  readonly steps: readonly DeadlineStep[];
  readonly warnings: readonly CalendarWarning[];
}

/** The due time while the rows are read one after another. */
interface Running {
  at: Date;
  countedFrom: Date;
  pausedAt?: Date;
  unit: DurationUnit;
  /** What was granted besides, in turn: a limit that is corrected keeps it. */
  readonly extensions: Duration[];
  readonly warnings: Map<number, CalendarWarning>;
}

/**
 * Recomputes and explains a due time from its rows, all under one calendar: the one in force. When the calendar changes,
 * append a `calendar_changed` row and store the new result.
 * A pause moves the due time by exactly its length; a limit that counts working days, or rolls forward, and that this would make due on a
 * day off is due at the end of the next working day instead. Of a limit in working hours as many are left after the pause as before it.
 * What was overdue before a pause is overdue after it by the same length. Of a pause that began before the limit counted, only what lay after that counts.
 * Throws RangeError when the rows are not a ledger (no grant first, out of order, a pause within a pause).
 */
export function recomputeDue(entries: readonly DeadlineEntry[], calendar: Calendar): Deadline {
  const [first, ...rest] = entries;
  if (first?.kind !== 'granted') throw new RangeError('deadline ledger: the first row must be the grant');
  const granted = dueAt(first.at, first.limit, calendar);
  const running: Running = { at: granted.at, countedFrom: first.at, unit: first.limit.unit, extensions: [], warnings: new Map() };
  addWarnings(running, granted.warnings);
  const steps: DeadlineStep[] = [{ entry: first, at: running.at, ...explain.granted(first, first.limit, granted, calendar) }];
  let before: DeadlineEntry | undefined;
  for (const entry of rest) {
    if (before && entry.at < before.at)
      throw new RangeError(`deadline ledger: ${entry.kind} at ${entry.at.toISOString()} is earlier than the row before`);
    const texts = apply(running, entry, calendar);
    steps.push({ entry, at: running.at, ...texts });
    before = entry;
  }
  return {
    at: running.at,
    date: dateEndingAt(running.at),
    countedFrom: running.countedFrom,
    paused: running.pausedAt !== undefined,
    steps,
    warnings: [...running.warnings.values()],
  };
}

function apply(running: Running, entry: DeadlineEntry, calendar: Calendar): explain.Texts {
  switch (entry.kind) {
    case 'granted':
      throw new RangeError('deadline ledger: a second grant');
    case 'extended': {
      const from = running.at;
      running.extensions.push(entry.limit);
      extend(running, entry.limit, calendar);
      return explain.extended(entry, entry.limit, { from, due: running.at, calendar });
    }
    case 'corrected':
      correct(running, entry.limit, calendar);
      return explain.corrected(entry, entry.limit, { from: running.countedFrom, due: running.at }, running.extensions);
    case 'paused':
      if (running.pausedAt) throw new RangeError('deadline ledger: a pause within a pause');
      running.pausedAt = entry.at;
      return explain.paused(entry);
    case 'resumed':
      return resume(running, entry, calendar);
    case 'calendar_changed':
      return explain.calendarChanged(entry, entry.edition, running.at);
  }
}

function extend(running: Running, by: Duration, calendar: Calendar): void {
  const extended = extendDue(running.at, by, calendar);
  addWarnings(running, extended.warnings);
  running.at = settle(running, extended.at, calendar);
}

/** The other limit counts from where the one before did, pauses and extensions included. */
function correct(running: Running, limit: Duration, calendar: Calendar): void {
  const due = dueAt(running.countedFrom, limit, calendar);
  addWarnings(running, due.warnings);
  running.unit = limit.unit;
  running.at = settle(running, due.at, calendar);
  for (const extension of running.extensions) extend(running, extension, calendar);
}

function resume(running: Running, entry: DeadlineEntry, calendar: Calendar): explain.Texts {
  if (!running.pausedAt) throw new RangeError('deadline ledger: resumed without a pause');
  const { pausedAt, at: due } = running;
  const stoppedAt = later(pausedAt, running.countedFrom);
  const goesOnAt = later(entry.at, stoppedAt);
  const stoppedMs = goesOnAt.getTime() - stoppedAt.getTime();
  running.pausedAt = undefined;
  running.countedFrom = new Date(running.countedFrom.getTime() + stoppedMs);
  const moved = new Date(due.getTime() + stoppedMs);
  const left = running.unit === 'working_hour' ? workingTimeBetween(stoppedAt, due, calendar) : 0; // none when it ends with a day that is over
  if (due <= stoppedAt) running.at = moved;
  else if (left > 0) running.at = spend(running, left, goesOnAt, calendar);
  else running.at = settle(running, moved, calendar);
  return explain.resumed(
    entry,
    { pausedMs: entry.at.getTime() - pausedAt.getTime(), stoppedMs },
    running.at,
    left === 0 && running.at > moved,
  );
}

const later = (one: Date, other: Date): Date => (one > other ? one : other);

function spend(running: Running, ms: number, from: Date, calendar: Calendar): Date {
  const { at, warnings } = addWorkingTime(from, ms, calendar);
  addWarnings(running, warnings);
  return at;
}

/** What is counted in working time is never due on a day off. */
function settle(running: Running, due: Date, calendar: Calendar): Date {
  const date = dateEndingAt(due);
  const isCalendarTime = running.unit === 'hour' || (running.unit === 'natural_day' && !calendar.rollsForward);
  if (isCalendarTime || calendar.isWorkingDay(date)) return due;
  const next = addWorkingDays(date, 1, calendar);
  addWarnings(running, next.warnings);
  return endOf(next.date);
}

function addWarnings(running: Running, warnings: readonly CalendarWarning[]): void {
  for (const warning of warnings) running.warnings.set(warning.year, warning);
}
