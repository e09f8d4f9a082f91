import { Injectable } from '@nestjs/common';
import { type Actor, newId, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { Registers } from '../register/register.service.js';
import { markChanged } from '../register/register.store.js';
import type { PolicyDto, PolicyInput } from './policy.dto.js';
import { PolicyEntity } from './policy.entity.js';
import { checkPolicy, isPolicyName, POLICY_NAMES, type PolicyVersion } from './policy.js';

const CHANGED_MEANWHILE = { policy_name_version_key: refuse('register.changed_meanwhile') };

/** The time limits in force, and changing them. A change holds for what happens after it: due times already given stay. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly transactor: Transactor,
    private readonly registers: Registers,
  ) {}

  async put(actor: Actor, name: string, input: PolicyInput, version?: number): Promise<PolicyDto> {
    if (!isPolicyName(name)) throw refuse('policy.unknown', { name, names: POLICY_NAMES.join(', ') });
    const value = unwrap(checkPolicy(name, input.value));
    const answer = await this.transactor.transact(actor, async (tx) => {
      const [latest] = await tx.query<{ version: number }>('select max(version) as version from policy where name = $1', [name]);
      expectVersion(latest?.version ?? 0, version);
      const next = { name, version: (latest?.version ?? 0) + 1, value, reason: input.reason ?? null, setBy: actor.id, setAt: tx.now };
      tx.insert(PolicyEntity, { id: newId(), ...next }, CHANGED_MEANWHILE);
      markChanged(tx);
      return toDto(next);
    });
    await this.registers.refresh();
    return answer;
  }

  list(): PolicyDto[] {
    return this.registers.current.policyVersions.map(toDto);
  }
}

const toDto = ({ name, version, value, reason, setBy, setAt }: PolicyVersion): PolicyDto => ({
  name,
  version,
  value,
  reason: reason ?? undefined,
  setBy: setBy ?? undefined,
  setAt: setAt?.toISOString(),
});
