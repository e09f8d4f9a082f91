import { addDays, dateOf } from '@zero-distance/calendar';
import { isDate } from '@zero-distance/kernel';

/** A year, month or day in Shanghai, as a figure is asked for. */
export interface Period {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly text: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

const FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** The period that a text names; undefined when it names none. */
export function parsePeriod(text: string): Period | undefined {
  const from = text + '-01-01'.slice(text.length - 4);
  if (!FORM.test(text) || !isDate(from)) return undefined;
  return { text, from, to: lastDay(text, from) };
}

/** A single day's figures are often one person's. */
export const isShorterThanMonth = ({ text }: Period): boolean => text.length > 'YYYY-MM'.length;

/** The month that an instant lies in. */
export const monthOf = (now: Date): string => dateOf(now).slice(0, 7);

function lastDay(text: string, from: string): string {
  if (text.length === 10) return from;
  if (text.length === 4) return `${text}-12-31`;
  return addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1);
}
