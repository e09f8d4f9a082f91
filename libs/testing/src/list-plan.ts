/** A node of the plan that `EXPLAIN (ANALYZE, FORMAT JSON)` answers; its numbers are averages over its loops. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What the plan of a page may come to. */
export interface PageLimits {
  /** Rows that its scans find, also those that are then thrown away: of one set of conditions. */
  readonly looked: number;
  /** The same of several sets whose rows are put together, for each of them. */
  readonly ofASet: number;
  /** Rows that one sort takes in. */
  readonly sorted: number;
}

/** Why a page is not answered by an index, each a line; none when it is. */
export function whyNotIndexed(plan: PlanNode, limits: PageLimits): string[] {
  const sets = setsOf(plan);
  const ofAll = Math.max(limits.looked, sets.length * limits.ofASet);
  return [
    ...nodesOf(plan).flatMap((node) => faultOf(node, limits)),
    ...sets.flatMap((set) => tooMany(set, limits.looked)),
    ...tooMany(plan, ofAll),
  ];
}

function tooMany(plan: PlanNode, most: number): string[] {
  const looked = rowsLookedAt(plan);
  return looked > most ? [`${looked} rows are looked at: ${scansOf(plan).join(', ')}`] : [];
}

/** The sets of conditions whose rows a page puts together; none where there is one alone. */
const setsOf = (plan: PlanNode): readonly PlanNode[] => nodesOf(plan).find((node) => node['Node Type'].endsWith('Append'))?.Plans ?? [];

function faultOf(node: PlanNode, { sorted }: PageLimits): string[] {
  const kind = node['Node Type'];
  if (kind === 'Seq Scan') return [`${node['Relation Name']} is read from one end to the other`];
  if (!kind.includes('Sort') && !kind.includes('Aggregate')) return [];
  const taken = (node.Plans ?? []).reduce((sum, below) => sum + below['Actual Rows'] * below['Actual Loops'], 0);
  return taken > sorted ? [`${kind} takes in ${taken} rows: ${scansOf(node).join(', ')}`] : [];
}

/** How many rows Postgres looks at: all that its scans find, also those that it then throws away. */
function rowsLookedAt(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, plan) => sum + rowsLookedAt(plan), 0);
  const found = (node.Plans ? 0 : node['Actual Rows']) * node['Actual Loops'];
  const removed = (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'];
  // A bitmap names the rows that the heap scan above it then reads: they are the same.
  return node['Node Type'] === 'Bitmap Heap Scan' ? Math.max(below, removed) : found + removed + below;
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const scansOf = (plan: PlanNode): string[] =>
  nodesOf(plan)
    .filter((node) => node['Node Type'].includes('Scan'))
    .map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name'] ?? ''}`.trim());
