import { Injectable } from '@nestjs/common';
import { type Actor, newId, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/messaging';
import type { PolicyDto, PolicyInput } from './policy.dto.js';
import type { PolicyEntity } from './policy.entity.js';
import { checkPolicy, POLICY_DEFAULTS, POLICY_NAMES, type PolicyName } from './policy.js';
import { addPolicyVersion, latestPolicies, latestPolicy } from './policy.store.js';

/** The values this service works by. */
@Injectable()
export class PolicyService {
  constructor(private readonly transactor: Transactor) {}

  /** Every policy with the value that counts now. */
  list(actor: Actor): Promise<{ items: PolicyDto[] }> {
    return this.transactor.read(actor, async (tx) => {
      const rows = await latestPolicies(tx);
      const found = new Map(rows.map((row) => [row.name, row]));
      return { items: POLICY_NAMES.map((name) => toDto(name, found.get(name))) };
    });
  }

  /** Adds a version, which counts from now on; what was decided under the old one stays. */
  set(actor: Actor, name: PolicyName, { value, reason }: PolicyInput, ifMatch?: number): Promise<PolicyDto> {
    return this.transactor.transact(actor, async (tx) => {
      const last = (await latestPolicy(tx, name))?.version ?? 0;
      expectVersion(last, ifMatch);
      const checked = unwrap(checkPolicy(name, value));
      const row = { id: newId(), name, version: last + 1, value: checked, reason: reason ?? null, setBy: actor.id, setAt: tx.now };
      addPolicyVersion(tx, row);
      return toDto(name, row);
    });
  }
}

function toDto(name: PolicyName, row: PolicyEntity | undefined): PolicyDto {
  if (!row) return { name, value: POLICY_DEFAULTS[name], version: 0, reason: null, setBy: null, setAt: null };
  const { version, value, reason, setBy, setAt } = row;
  return { name, value, version, reason, setBy, setAt: setAt.toISOString() };
}
