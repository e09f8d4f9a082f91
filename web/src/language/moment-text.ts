const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;
/** Midnight in Shanghai, which has no summer time: 16:00 in UTC. */
const isMidnight = (time: number): boolean => time % DAY_MS === DAY_MS - 8 * 3_600_000;

/**
 * A time of the district, which is the time of the whole country; a day alone is no time. The end of a day, as most limits are, is told as its
 * 24:00, since 00:00 of the next is read as a day more.
 * @param begins of what begins then: a shift at midnight begins at 00:00
 */
export function momentText(at: string, language: 'zh' | 'en', begins = false): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const time = Date.parse(at);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: ZONE });
  if (!at.includes('T')) return day.format(time);
  if (isMidnight(time) && !begins) return language === 'zh' ? `${day.format(time - 1)} 24:00` : `${day.format(time - 1)}, 24:00`;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE }).format(time);
}
