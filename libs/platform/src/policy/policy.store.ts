import type { PolicyCatalogue } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { PolicyEntity } from './policy.entity.js';

/** The versions that count; none of a policy while its preset does. */
export const latestPolicies = (tx: ReadTx): Promise<PolicyEntity[]> =>
  tx.query<PolicyEntity>(`select distinct on (name) ${tx.columns(PolicyEntity)} from policy order by name, version desc`);

/** The current values of a service's policies, as rules get them. */
export async function readPolicies<V>(tx: ReadTx, policies: PolicyCatalogue<V>): Promise<V> {
  return policies.valuesOf(await latestPolicies(tx));
}
