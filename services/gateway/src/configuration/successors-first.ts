type Row = Readonly<Record<string, unknown>>;

/** Rows in an order in which a file of them can be taken in: what takes the place of another stands before it. There is no circle. */
export function successorsFirst(rows: readonly Row[]): Row[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const depthOf = (row: Row | undefined): number => (row?.successorItem ? 1 + depthOf(byCode.get(row.successorItem)) : 0);
  return [...rows].sort((a, b) => depthOf(a) - depthOf(b));
}
