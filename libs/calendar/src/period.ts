const PERIOD = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)$/;

/** 工作时段: a stretch of a working day in which working hours run, in minutes after 00:00 in Shanghai. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A day's periods, written as `09:00-12:00 13:30-17:00`; undefined for anything else, for periods that are out of order or touch, and for none. */
export function readPeriods(text: string): readonly Period[] | undefined {
  const periods: Period[] = [];
  for (const part of text.split(' ')) {
    const [, fromHour, fromMinute, toHour, toMinute] = (PERIOD.exec(part) ?? []).map(Number);
    if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined) return undefined;
    const period = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
    if (period.from >= period.to || period.to > 24 * 60 || period.from <= (periods.at(-1)?.to ?? -1)) return undefined;
    periods.push(period);
  }
  return periods;
}

/** A period as people read it: `09:00–12:00`. */
export const periodText = ({ from, to }: Period): string => `${clock(from)}–${clock(to)}`;

const clock = (minutes: number): string => [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
