import { DAY_MS, wallClock } from '@zero-distance/kernel';

/** Day 0 of the spreadsheets' calendar, as they count since 1 March 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** A moment as spreadsheets keep it: days, by the clock of the district. */
export const serialOf = (moment: Date): number => (wallClock(moment).getTime() - DAY_ZERO) / DAY_MS;

/** What the clock of the district showed, of such a number, to the second: `2026-11-27T09:30:00`. */
export function clockOfSerial(serial: number): string | undefined {
  const shown = new Date(Math.round((DAY_ZERO + serial * DAY_MS) / 1000) * 1000);
  return Number.isNaN(shown.getTime()) ? undefined : shown.toISOString().slice(0, 19);
}
