import { newId } from '@zero-distance/kernel';
import type { Reading, Tx } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { markChanged } from '../register/register.store.js';
import { PolicyEntity } from './policy.entity.js';
import type { PolicyName, PolicyVersion } from './policy.js';

/** The latest version that was set of a policy; 0 while it is its default. */
export async function latestVersion(tx: Reading, name: PolicyName): Promise<number> {
  const [latest] = await tx.query<{ version: number | null }>('select max(version) as version from policy where name = $1', [name]);
  return latest?.version ?? 0;
}

/** Queues a new version. Two who set the same version at once: one of them is refused. */
export function insertVersion(tx: Tx, policy: PolicyVersion & { setBy: string; setAt: Date }): void {
  tx.insert(PolicyEntity, { id: newId(), ...policy }, { policy_name_version_key: refuse('register.changed_meanwhile') });
  markChanged(tx);
}
