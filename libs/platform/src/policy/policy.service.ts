import { type Actor, newId, type PolicyCatalogue, unwrap } from '@zero-distance/kernel';
import { expectVersion, type Transactor, type Tx } from '@zero-distance/persistence';
import type { CodeBook } from '../register/code-book.js';
import type { PolicyDto, PolicyInput, PolicyListDto } from './policy.dto.js';
import { PolicyEntity } from './policy.entity.js';
import { latestPolicies } from './policy.store.js';
import { toPolicyDto } from './policy.view.js';

/** The hook of a service that keeps its policies in memory, called when one is set. */
export interface PolicyListener {
  /** Queues changes of its own with the new version. */
  readonly onSet: (tx: Tx) => void;
  /** Runs once it is stored, before the caller is answered. */
  readonly afterSet: () => Promise<void>;
}

/** The values that a service works by, in versions. */
export class PolicyService {
  private listener?: PolicyListener;

  constructor(
    private readonly transactor: Transactor,
    private readonly policies: PolicyCatalogue<object>,
    private readonly codes: CodeBook,
  ) {}

  /** For services that do not read their policies from the database in each use case (`readPolicies`). */
  listen(listener: PolicyListener): void {
    this.listener = listener;
  }

  /** Every policy with the value that counts now. */
  list(actor: Actor): Promise<PolicyListDto> {
    return this.transactor.read(actor, async (tx) => ({ items: this.policies.versionsOf(await latestPolicies(tx)).map(toPolicyDto) }));
  }

  /** Adds a version, which counts from now on; decisions under the old one stay. A concurrent second change is refused. */
  async set(actor: Actor, name: string, { value, reason }: PolicyInput, ifMatch?: number): Promise<PolicyDto> {
    const checked = unwrap(this.policies.check(name, value));
    await this.needKeys(name, checked as object);
    const answer = await this.transactor.transact(actor, async (tx) => {
      const last = (await latestPolicies(tx)).find((row) => row.name === name)?.version ?? 0;
      expectVersion(last, ifMatch);
      const row = { id: newId(), name, version: last + 1, value: checked, reason: reason ?? null, setBy: actor.id, setAt: tx.now };
      tx.insert(PolicyEntity, row, { policy_name_version_key: this.policies.refuse('policy.changed_meanwhile') });
      this.listener?.onSet(tx);
      return toPolicyDto(row);
    });
    await this.listener?.afterSet();
    return answer;
  }

  /** A value whose keys are codes of a register is refused for one that no register has, as a field of a DTO is. */
  private async needKeys(name: string, value: object): Promise<void> {
    const register = this.policies.definitions.get(name)?.keysOf;
    if (register === undefined) return;
    const references = Object.keys(value).map((code) => ({ register, code, path: ['value', code] }));
    await this.codes.need(references, 'body');
  }
}
