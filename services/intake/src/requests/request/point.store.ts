import type { ReadTx } from '@zero-distance/persistence';
import { readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import { faultOfPosition, type Position } from './point.js';

/** Throws when a point cannot be meant: 422 with what is wrong. The policy is read only when there is a point to judge by it. */
export async function checkPosition(tx: ReadTx, position: Position): Promise<void> {
  const fault = faultOfPosition(position, (await readPolicies(tx, POLICIES))['district-box']);
  if (fault) throw fault;
}
