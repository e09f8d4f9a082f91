import type { Reading, Tx } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { PolicyEntity } from './policy.entity.js';
import { POLICY_DEFAULTS, type PolicyName, type PolicyValues } from './policy.js';

/** What a policy says now. */
export async function currentPolicy<N extends PolicyName>(tx: Reading, name: N): Promise<PolicyValues[N]> {
  const row = await latestPolicy(tx, name);
  return (row?.value as PolicyValues[N] | undefined) ?? POLICY_DEFAULTS[name];
}

/** The version that counts; undefined while the default does. */
export async function latestPolicy(tx: Reading, name: PolicyName): Promise<PolicyEntity | undefined> {
  const sql = `select ${tx.columns(PolicyEntity)} from policy where name = $1 order by version desc limit 1`;
  return (await tx.query<PolicyEntity>(sql, [name]))[0];
}

/** The versions that count; none of a policy while its default does. */
export const latestPolicies = (tx: Reading): Promise<PolicyEntity[]> =>
  tx.query<PolicyEntity>(`select distinct on (name) ${tx.columns(PolicyEntity)} from policy order by name, version desc`);

/** Queues a new version. Of two made at once the second is refused. */
export function addPolicyVersion(tx: Tx, row: PolicyEntity): void {
  tx.insert(PolicyEntity, row, { policy_name_version_key: refuse('policy.changed_meanwhile') });
}
