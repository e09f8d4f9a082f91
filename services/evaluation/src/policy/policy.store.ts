import type { Reading, Tx } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { PolicyEntity } from './policy.entity.js';
import { POLICY_DEFAULTS, type PolicyValues } from './policy.js';

/** The versions that count; none of a policy while its default does. */
export const latestPolicies = (tx: Reading): Promise<PolicyEntity[]> =>
  tx.query<PolicyEntity>(`select distinct on (name) ${tx.columns(PolicyEntity)} from policy order by name, version desc`);

/** The values that rules are given. */
export async function readPolicies(tx: Reading): Promise<PolicyValues> {
  const rows = await latestPolicies(tx);
  return { ...POLICY_DEFAULTS, ...Object.fromEntries(rows.map(({ name, value }) => [name, value])) };
}

/** Queues a new version. Of two made at once the second is refused. */
export function addPolicyVersion(tx: Tx, row: PolicyEntity): void {
  tx.insert(PolicyEntity, row, { policy_name_version_key: refuse('policy.changed_meanwhile') });
}
