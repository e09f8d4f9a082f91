import { Injectable } from '@nestjs/common';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import { Registers } from '../register/register.service.js';
import type { PolicyDto, PolicyInput } from './policy.dto.js';
import { checkPolicy, isPolicyName, POLICY_NAMES, type PolicyVersion } from './policy.js';
import { insertVersion, latestVersion } from './policy.store.js';

/** The limits and thresholds in force, and changing them. A change holds for what happens after it: due times already given stay. */
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
      const latest = await latestVersion(tx, name);
      expectVersion(latest, version);
      const next = { name, version: latest + 1, value, reason: input.reason ?? null, setBy: actor.id, setAt: tx.now };
      insertVersion(tx, next);
      return toDto(next);
    });
    await this.registers.refresh();
    return answer;
  }

  /** All of them: they are as few as their names. */
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
