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
/** What a group of one character that is no figure counts as. */
const FIGURE_OF = new Map([
  ...[...CHINESE].map((one, value) => [one, String(value)] as const),
  ...[...'xX×'].map((one) => [one, 'X'] as const),
]);

/** The groups of digits in a legible text. A Chinese numeral is a group by itself, because it is often part of a word beside a number. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(GROUP)) {
    const to = index + found.length;
    groups.push({ digits: FIGURE_OF.get(found) ?? found, from: index, to, gap: gapOf(text, end, index) });
    end = to;
  }
  return groups;
}

/** What stands between two groups, when it is nothing but separators. */
function gapOf(text: string, end: number, from: number): string | undefined {
  if (from === end) return '';
  if (from - end > 2 * MOST_SEPARATORS) return undefined;
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
