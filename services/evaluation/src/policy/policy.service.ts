import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { expectVersion, Transactor } from '@zero-distance/messaging';
import { refuse } from '../errors.js';
import type { PolicyDto } from './policy.dto.js';
import { isPolicyName, isWithinRange, POLICIES } from './policy.js';
import { appendPolicy, listPolicies, type PolicyRow } from './policy.store.js';

/** The values that callbacks and figures follow. */
@Injectable()
export class PolicyService {
  constructor(private readonly transactor: Transactor) {}

  list(actor: Actor): Promise<{ items: PolicyDto[] }> {
    return this.transactor.read(actor, async (tx) => ({ items: (await listPolicies(tx)).map(toDto) }));
  }

  /** Holds from now on, for what is decided from now on. */
  change(actor: Actor, name: string, value: number, ifMatch?: number): Promise<PolicyDto> {
    if (!isPolicyName(name)) throw refuse('policy.not_found', { name });
    if (!isWithinRange(name, value)) throw refuse('policy.out_of_range', { name, ...POLICIES[name] }, '/value');
    return this.transactor.transact(actor, async (tx) => {
      const before = (await listPolicies(tx)).find((row) => row.name === name);
      if (!before) throw refuse('policy.not_found', { name });
      expectVersion(before.version, ifMatch);
      if (before.value === value) return toDto(before);
      const after = { name, value, version: before.version + 1, changedAt: tx.now, changedBy: actor.id };
      appendPolicy(tx, after);
      return toDto(after);
    });
  }
}

const toDto = (row: PolicyRow): PolicyDto => ({ ...row, ...POLICIES[row.name], changedAt: row.changedAt.toISOString() });
