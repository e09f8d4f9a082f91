/** One measured figure and the bound to reach, when there is one. */
export interface Line {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly reach?: { readonly atLeast?: number; readonly atMost?: number };
}

/** The table that a person reads. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ name, figure, unit, reach }) => [name, format(figure), unit, bound(reach), verdict(figure, reach)]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const format = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(figure >= 10 ? 1 : 2));

function bound(reach: Line['reach']): string {
  if (reach?.atLeast !== undefined) return `≥ ${reach.atLeast}`;
  return reach?.atMost !== undefined ? `≤ ${reach.atMost}` : '';
}

function verdict(figure: number, reach: Line['reach']): string {
  if (!reach) return '';
  return figure >= (reach.atLeast ?? Number.NEGATIVE_INFINITY) && figure <= (reach.atMost ?? Number.POSITIVE_INFINITY)
    ? 'reached'
    : 'NOT reached';
}
