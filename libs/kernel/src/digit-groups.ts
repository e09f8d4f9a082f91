/** Adjacent digits, and the text between them and the group before. */
export interface DigitGroup {
  /** `X` counts as one: it ends identity numbers. */
  readonly digits: string;
  /** A letter that counts as a figure, and may yet be a word's. */
  readonly isLetters: boolean;
  /** Where it begins and ends in the text. */
  readonly from: number;
  readonly to: number;
  /** What separates it from the group before; undefined when that is more than people put into a number. */
  readonly gap: string | undefined;
}

const CHINESE = '〇一二三四五六七八九';
/** What people put between the digits of a number, one or more: the inside of a character class. */
export const SEPARATOR = '\\p{P}\\p{Z}\\p{S}\\s杠丨丶ㄧー点點和';
const MARKUP = '</?[a-z]{1,6}\\s?/?>|&[a-z]{2,6};';
const MOST_BETWEEN = 36;
/** Three of any kind, or a row of what only parts; a row of asterisks is a number that somebody masked. */
const SEPARATORS = new RegExp(`^(?:(?:${MARKUP}|[${SEPARATOR}]){0,3}|(?:${MARKUP}|[\\s\\p{Z}\\p{Pd}.·_~]){0,12})$`, 'iu');
const MOBILE = '1[3-9]\\d{9}';
/** Letters alone that look like figures; in a word they are letters. */
const FIGURE_LETTERS = '(?<![a-zA-Z])[oOIl]{1,8}(?![a-zA-Z])';
/** Mobile numbers with nothing between are one group each. */
const GROUP = new RegExp(`${MOBILE}(?=(?:${MOBILE}){1,3}(?!\\d))|\\d+|[〇一二三四五六七八九xX×]|${FIGURE_LETTERS}`, 'g');
/** The value of a group of one character that is no figure. */
const FIGURE_OF = new Map([
  ...[...CHINESE].map((one, value) => [one, String(value)] as const),
  ...[...'xX×'].map((one) => [one, 'X'] as const),
]);
const LETTER = /[a-z]/i;
const figures = (letters: string): string => letters.replace(/o/gi, '0').replace(/[Il]/g, '1');

/** The groups of digits in a legible text. A Chinese numeral is a group by itself, because it is often part of a word next to a number. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(GROUP)) {
    const to = index + found.length;
    groups.push({
      digits: FIGURE_OF.get(found) ?? figures(found),
      isLetters: LETTER.test(found),
      from: index,
      to,
      gap: gapOf(text, end, index),
    });
    end = to;
  }
  return groups;
}

/** The text between two groups, when it is nothing but separators. */
function gapOf(text: string, end: number, from: number): string | undefined {
  if (from === end) return '';
  if (from - end > MOST_BETWEEN) return undefined;
  const between = text.slice(end, from);
  return SEPARATORS.test(between) ? between : undefined;
}

/** Groups that follow each other with no more than separators between: a number lies within one. */
export interface DigitRun {
  readonly groups: readonly DigitGroup[];
  /** The digits of all of them. */
  readonly digits: string;
  /** Where in `digits` each group begins; the end last. */
  readonly offsets: readonly number[];
}

/** The runs among the groups of a text. */
export function runsOf(groups: readonly DigitGroup[]): DigitRun[] {
  const runs: DigitGroup[][] = [];
  for (const group of groups) {
    if (group.gap === undefined || runs.length === 0) runs.push([group]);
    else runs.at(-1)?.push(group);
  }
  return runs.map(runOf);
}

function runOf(groups: readonly DigitGroup[]): DigitRun {
  const offsets = [0];
  for (const { digits } of groups) offsets.push((offsets.at(-1) as number) + digits.length);
  return { groups, digits: groups.map(({ digits }) => digits).join(''), offsets };
}
