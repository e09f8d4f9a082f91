import { DAY_MS, HOUR_MS, MINUTE_MS } from '@zero-distance/kernel';
import type { Calendar } from './calendar.js';
import type { Due, Duration, DurationUnit } from './deadline.js';
import type { DeadlineEntry } from './ledger-entry.js';
import { periodText } from './period.js';
import { addDays, dateEndingAt, dateOf, readable } from './shanghai.js';

/** The same sentence in both languages. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

const UNITS: Record<DurationUnit, Texts> = {
  hour: { zh: '小时', en: 'hour' },
  working_hour: { zh: '个工作小时', en: 'working hour' },
  natural_day: { zh: '个自然日', en: 'natural day' },
  working_day: { zh: '个工作日', en: 'working day' },
};

const NEXT_DAY: Texts = { zh: '次日起算', en: 'counted from the next day' };
const STARTS: Record<DurationUnit, Texts> = {
  hour: { zh: '即时起算', en: 'running at once' },
  working_hour: { zh: '在工作时间内起算', en: 'running in working hours' },
  natural_day: NEXT_DAY,
  working_day: NEXT_DAY,
};

/** A limit as people say it: 3 个工作日 / 3 working days. */
export function limitText({ amount, unit }: Duration): Texts {
  return { zh: `${amount} ${UNITS[unit].zh}`, en: `${amount} ${UNITS[unit].en}${amount === 1 ? '' : 's'}` };
}

/** The first row: the limit, when it began to count, and the days off that it passes over. */
export function granted(entry: DeadlineEntry, limit: Duration, due: Due, calendar: Calendar): Texts {
  const said = limitText(limit);
  const start = STARTS[limit.unit];
  const off = passedOver(limit, { from: dateOf(entry.at), to: due.date }, calendar);
  return withReason(entry, {
    zh: `${readable(entry.at)} 起办理时限 ${said.zh}，${start.zh}${off.zh}，截止 ${readable(due.at)}`,
    en: `From ${readable(entry.at)}: ${said.en}, ${start.en}${off.en}; due ${readable(due.at)}`,
  });
}

/** What a count runs from, and by which calendar: so that it can be worked out again by hand. */
export interface Counted {
  readonly from: Date;
  readonly due: Date;
  readonly calendar: Calendar;
}

/** A row that moved the due time on, from where it was; working days are counted from the day that ended then. */
export function extended(entry: DeadlineEntry, limit: Duration, { from, due, calendar }: Counted): Texts {
  const said = limitText(limit);
  const off = passedOver(limit, { from: dateEndingAt(from), to: dateEndingAt(due) }, calendar);
  return withReason(entry, {
    zh: `延期 ${said.zh}${off.zh}，截止 ${readable(due)}`,
    en: `Extended by ${said.en}${off.en}; due ${readable(due)}`,
  });
}

/** A row that put another limit in the place of the one before. */
export function corrected(
  entry: DeadlineEntry,
  limit: Duration,
  { from, due }: Omit<Counted, 'calendar'>,
  extensions: readonly Duration[],
): Texts {
  const said = limitText(limit);
  const again = extensions.map(limitText);
  const zhAgain = again.length > 0 ? `，另加延期 ${again.map(({ zh }) => zh).join('、')}` : '';
  const enAgain = again.length > 0 ? `, extended again by ${again.map(({ en }) => en).join(', ')}` : '';
  return withReason(entry, {
    zh: `${readable(entry.at)} 诉求更正，时限改为 ${said.zh}，仍自原起算时间计算（扣除暂停：${readable(from)}）${zhAgain}，截止 ${readable(due)}`,
    en: `Request corrected at ${readable(entry.at)}: ${said.en}, counted from where it was before (without pauses: ${readable(from)})${enAgain}; due ${readable(due)}`,
  });
}

/** A row that stopped the clock. */
export function paused(entry: DeadlineEntry): Texts {
  return withReason(entry, { zh: `${readable(entry.at)} 起暂停计时`, en: `Paused from ${readable(entry.at)}` });
}

/** How long a clock was stopped, and how much of that was after it had begun. */
export interface Pause {
  readonly pausedMs: number;
  readonly stoppedMs: number;
}

/** A row that let the clock go on; `rolled`: it would have been due on a day off. */
export function resumed(entry: DeadlineEntry, { pausedMs, stoppedMs }: Pause, due: Date, rolled: boolean): Texts {
  const length = pauseText(pausedMs);
  const before = stoppedMs < pausedMs ? { zh: '，起算前的不计', en: ', without what was before it counted' } : { zh: '', en: '' };
  return withReason(entry, {
    zh: `${readable(entry.at)} 恢复计时，暂停 ${length.zh}${before.zh}${rolled ? '，遇休息日移至下一工作日' : ''}，顺延至 ${readable(due)}`,
    en: `Resumed at ${readable(entry.at)} after ${length.en}${before.en}${rolled ? ', moved on to the next working day' : ''}; due ${readable(due)}`,
  });
}

/** A row that counts all before it by another calendar. */
export function calendarChanged(entry: DeadlineEntry, edition: string, due: Date): Texts {
  return withReason(entry, {
    zh: `节假日历更换为“${edition}”，按新日历重新计算，截止 ${readable(due)}`,
    en: `Calendar changed to "${edition}", recomputed; due ${readable(due)}`,
  });
}

interface Dates {
  readonly from: string;
  readonly to: string;
}

/** What has to be known besides the limit, to count by hand from one date to another. */
function passedOver({ amount, unit }: Duration, { from, to }: Dates, calendar: Calendar): Texts {
  if (unit === 'hour') return { zh: '', en: '' };
  if (unit === 'natural_day') {
    const rolled = to > addDays(from, amount);
    return rolled ? { zh: '，遇休息日顺延至下一工作日', en: ', moved on to the next working day' } : { zh: '', en: '' };
  }
  const off = daysOff(from, to, calendar);
  if (unit === 'working_day') return off;
  const hours = calendar.periods(to).map(periodText);
  return { zh: `${off.zh}，当日工作时间 ${hours.join('、')}`, en: `${off.en}, working hours of the day ${hours.join(', ')}` };
}

/** The holidays and make-up workdays a count passed over: what people ask about first. */
function daysOff(from: string, to: string, calendar: Calendar): Texts {
  const days = [];
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    days.push(calendar.day(date));
  }
  const off = days.filter((day) => !day.working);
  const names = off.map((day) => day.holiday).filter((name) => name !== undefined);
  const madeUp = days.filter((day) => day.working && day.holiday).map((day) => day.date);
  const list = (texts: string[], joint: string) => (texts.length > 0 ? [...new Set(texts)].join(joint) : '');
  const zhNames = list(
    names.map((name) => name.zh),
    '、',
  );
  const enNames = list(
    names.map((name) => name.en),
    ', ',
  );
  return {
    zh:
      (off.length > 0 ? `，跳过休息日 ${off.length} 天${zhNames && `（含${zhNames}）`}` : '') +
      (madeUp.length > 0 ? `，计入调休上班 ${madeUp.join('、')}` : ''),
    en:
      (off.length > 0 ? `, passing over ${off.length} days off${enNames && ` (${enNames})`}` : '') +
      (madeUp.length > 0 ? `, counting make-up workdays ${madeUp.join(', ')}` : ''),
  };
}

function pauseText(ms: number): Texts {
  const days = Math.floor(ms / DAY_MS);
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  const minutes = Math.round((ms % HOUR_MS) / MINUTE_MS);
  const zh = [days && `${days} 天`, hours && `${hours} 小时`, minutes && `${minutes} 分钟`].filter(Boolean).join(' ') || '不足 1 分钟';
  const en = [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(' ') || 'less than a minute';
  return { zh, en };
}

function withReason(entry: DeadlineEntry, texts: Texts): Texts {
  if (!entry.reason) return { zh: `${texts.zh}。`, en: `${texts.en}.` };
  return { zh: `${texts.zh}。原因：${entry.reason}`, en: `${texts.en}. Reason: ${entry.reason}` };
}
