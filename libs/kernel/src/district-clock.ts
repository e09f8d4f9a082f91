import { HOUR_MS } from './durations.js';

/** How the clock of the district differs from UTC, in all of China since 1992 and all the year round; as RFC 3339 writes it. */
export const DISTRICT_OFFSET = '+08:00';
/** The same in milliseconds. */
const DISTRICT_OFFSET_MS = 8 * HOUR_MS;

/** The clock of the district in the fields of UTC: for what knows no zone, such as a date or a spreadsheet. */
export const wallClock = (moment: Date): Date => new Date(moment.getTime() + DISTRICT_OFFSET_MS);

/** The moment at which the clock of the district shows what the fields of UTC say here. */
export const momentOf = (clock: Date): Date => new Date(clock.getTime() - DISTRICT_OFFSET_MS);
