import type { StackService } from '@zero-distance/local-stack';
import type { TestStack } from './test-stack.js';

/** A node of the plan that `EXPLAIN (ANALYZE, FORMAT JSON)` answers; its numbers are averages over its loops. */
interface PlanNode {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** How many rows Postgres looks at to answer a query: all that its scans find, also those that it then throws away. */
export async function rowsLookedAt(stack: TestStack, service: StackService, sql: string, params: readonly unknown[]): Promise<number> {
  const [answer] = await stack.sql<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(service, `explain (analyze, format json) ${sql}`, params);
  if (!answer) throw new Error('no plan');
  return found(answer['QUERY PLAN'][0].Plan);
}

function found(node: PlanNode): number {
  const below = node.Plans ?? [];
  const own = (below.length === 0 ? node['Actual Rows'] : 0) + (node['Rows Removed by Filter'] ?? 0);
  return own * node['Actual Loops'] + below.reduce((sum, plan) => sum + found(plan), 0);
}
