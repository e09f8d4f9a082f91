/** Digits that stand together, and what is between them and the group before. */
export interface DigitGroup {
  /** `X` counts as one: it ends identity numbers. */
  readonly digits: string;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  /** What separates it from the group before; undefined when that is more than people put into a number. */
  readonly gap: string | undefined;
}

const MOST_SEPARATORS = 3;
const CHINESE = '〇一二三四五六七八九';
const GROUP = /\d+|[〇一二三四五六七八九xX×]/g;
const SEPARATORS = new RegExp(`^[\\p{P}\\p{Z}\\p{S}\\s杠丨ー]{0,${MOST_SEPARATORS}}$`, 'u');

/** The groups of digits in a legible text. A Chinese numeral is a group by itself, because it is often part of a word beside a number. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(GROUP)) {
    const to = index + found.length;
    groups.push({ digits: asFigures(found), from: index, to, gap: gapOf(text.slice(end, index)) });
    end = to;
  }
  return groups;
}

/** What stands between two groups, when it is nothing but separators. */
const gapOf = (between: string): string | undefined =>
  between.length <= 2 * MOST_SEPARATORS && SEPARATORS.test(between) ? between : undefined;

const isFigure = (code: number): boolean => code >= 0x30 && code <= 0x39;

function asFigures(digits: string): string {
  const value = CHINESE.indexOf(digits);
  if (value >= 0) return String(value);
  return isFigure(digits.charCodeAt(0)) ? digits : 'X';
}
