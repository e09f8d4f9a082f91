const EIGHT_HOURS_MS = 8 * 60 * 60_000;

/** The same moment with the clock of the district (UTC+8 all the year) in the fields of UTC: spreadsheets know no time zone. */
export const wallClock = (moment: Date): Date => new Date(moment.getTime() + EIGHT_HOURS_MS);

const DAY_MS = 86_400_000;
/** Day 0 of the spreadsheets' calendar, as they count since 1 March 1900. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** A moment as spreadsheets keep it: days, by the clock of the district. */
export const serialOf = (moment: Date): number => (wallClock(moment).getTime() - DAY_ZERO) / DAY_MS;

/** What the clock of the district showed, of such a number, to the second: `2026-11-27T09:30:00`. */
export function clockOfSerial(serial: number): string | undefined {
  const shown = new Date(Math.round((DAY_ZERO + serial * DAY_MS) / 1000) * 1000);
  return Number.isNaN(shown.getTime()) ? undefined : shown.toISOString().slice(0, 19);
}
