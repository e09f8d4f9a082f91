import { addDays, dateOf, endOf } from '@zero-distance/calendar';

/**
 * 调解期限: when `months` calendar months from an instant are over: 24:00 in Shanghai of the same day of the month, or of
 * its last day where it has no such day (31 January → 28 February).
 */
export function monthLimit(from: Date, months: number): Date {
  const [year = 0, month = 0, day = 0] = dateOf(from).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  return endOf(end.toISOString().slice(0, 10));
}

/** 受理时限: when `days` calendar days after that of an instant are over: 24:00 in Shanghai of the last of them. */
export const dayLimit = (from: Date, days: number): Date => endOf(addDays(dateOf(from), days));
