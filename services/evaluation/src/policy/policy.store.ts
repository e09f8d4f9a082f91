import type { Reading, Tx } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { PolicyEntity } from './policy.entity.js';
import type { PolicyName, PolicyValues } from './policy.js';

/** The value of a policy as it stands, and since when. */
export interface PolicyRow {
  readonly name: PolicyName;
  readonly value: number;
  readonly version: number;
  readonly changedAt: Date;
  readonly changedBy: string;
}

/** Every policy as it stands. */
export const listPolicies = (tx: Reading): Promise<PolicyRow[]> =>
  tx.query<PolicyRow>(`select distinct on (name) ${tx.columns(PolicyEntity)} from policy order by name, version desc`);

/** The values that rules are given. */
export async function readPolicies(tx: Reading): Promise<PolicyValues> {
  const rows = await listPolicies(tx);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as PolicyValues;
}

/** A change is a new version: what held before stays to be looked up. */
export function appendPolicy(tx: Tx, row: PolicyRow): void {
  tx.insert(PolicyEntity, row, { policy_pkey: refuse('policy.changed_meanwhile', { name: row.name }) });
}
