/** Years that something here can lie in: no birth before and no plan after. What lies outside is a slip, and no date type agrees about it. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
/** RFC 3339, with its zone. A leap second has no place in a count of milliseconds. */
const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** True for a `YYYY-MM-DD` that is in the calendar, and in a year that can be meant: 30 February is not, nor is any day of the year 0. */
export function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || year < FIRST_YEAR || year > LAST_YEAR) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The instant that an RFC 3339 text names; undefined when there is none: JavaScript takes 30 February for 2 March, and Postgres refuses it. */
export function parseInstant(text: string): Date | undefined {
  const [, date] = INSTANT.exec(text) ?? [];
  return date !== undefined && isDate(date) ? new Date(text.replace(' ', 'T')) : undefined;
}
