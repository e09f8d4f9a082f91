import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

/** Dates the State Council's yearly notices turn into days off or into make-up workdays: `YYYY-MM-DD` → `en,zh,days`. */
interface PublishedNotices {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

// The data of chinese-days, not its functions: those mix local time and UTC (wrong west of Greenwich) and call every
// weekday of a year they do not know a workday.
const published: PublishedNotices = notices;
const years = new Set(Object.keys(published.holidays).map((date) => Number(date.slice(0, 4))));

/** True when the year's holidays have been published, as far as this program knows. */
export const isPublished = (year: number): boolean => years.has(year);

/** The notice's entry for a date; undefined without one: then the weekday decides. */
export function publishedNotice(date: string): { working: boolean; holiday: { zh: string; en: string } } | undefined {
  const madeUp = published.workdays[date];
  const text = madeUp ?? published.holidays[date];
  if (text === undefined) return undefined;
  const [en = text, zh = text] = text.split(',');
  return { working: madeUp !== undefined, holiday: { zh, en } };
}
