import { showsPersonalData } from '@zero-distance/kernel';
import type { ImportEntity, RowFault, RowOutcome, UnknownCode } from './import.entity.js';
import type { ImportedRegister } from './importable.js';

/** What a row came to. */
export interface SettledRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly faults?: readonly RowFault[];
  /** What there is to look at in a row that was not refused. */
  readonly warnings?: readonly RowFault[];
}

/** So many faulty rows of a file are told with their faults, and so many with their warnings; the rest are counted: these are mended first. */
const MOST_TOLD = 500;
/** So many different codes are named. A file with more of them is of another district, or has its columns mixed up. */
export const MOST_UNKNOWN_CODES = 100;

/** Whether the report names such a row by its number in the file alone: its register keeps no key in clear, or it was refused with one that says who somebody is. */
export const isKeyForgotten = (
  { isKeySecret = false }: Pick<ImportedRegister, 'isKeySecret'>,
  key: string | null,
  outcome: RowOutcome,
): boolean => key !== null && (isKeySecret || (outcome === 'refused' && showsPersonalData(key)));

export const isWarned = ({ warnings = [] }: SettledRow): boolean => warnings.length > 0;

/** Rows as they are kept: what is said beyond the number that is told is left out. */
export function told(
  { refusedCount, warnedCount }: Pick<ImportEntity, 'refusedCount' | 'warnedCount'>,
  rows: readonly SettledRow[],
): SettledRow[] {
  let [refused, warned] = [refusedCount, warnedCount];
  return rows.map(({ row, outcome, faults = [], warnings = [] }) => {
    if (outcome === 'refused') return { row, outcome, faults: ++refused > MOST_TOLD ? [] : faults };
    return warnings.length === 0 || ++warned > MOST_TOLD ? { row, outcome } : { row, outcome, warnings };
  });
}

/** The unknown codes of an import with those of more of its rows: each code of a column once, with the number of rows that name it. */
export function withUnknownCodes(before: readonly UnknownCode[], rows: readonly SettledRow[]): readonly UnknownCode[] {
  const codes = new Map(before.map((one) => [nameOf(one), one]));
  for (const one of rows.flatMap(unknownCodesOf)) {
    const known = codes.get(nameOf(one));
    if (known) codes.set(nameOf(one), { ...known, rows: known.rows + 1 });
    else if (codes.size < MOST_UNKNOWN_CODES) codes.set(nameOf(one), one);
  }
  return [...codes.values()];
}

const nameOf = ({ header, code }: UnknownCode): string => JSON.stringify([header, code]);

/** Of one row: a code that stands twice in it counts once. */
function unknownCodesOf({ faults = [] }: SettledRow): UnknownCode[] {
  const found = faults.flatMap(({ header, unknownCode }) => (unknownCode === undefined ? [] : [{ header, code: unknownCode, rows: 1 }]));
  return [...new Map(found.map((one) => [nameOf(one), one])).values()];
}
