import type { Actor, DomainError } from '@zero-distance/kernel';
import type { ReadTx, Transactor, Tx } from '@zero-distance/persistence';
import { assertAreaInUse, mapPage, type Page } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import { unlock } from '../credential/unlock.js';
import {
  administersNoMore,
  changesOf,
  checkName,
  checkOthers,
  checkReach,
  type Holder,
  type HolderRow,
  isAdministrator,
} from './holder.js';
import { needAnotherAdministrator } from './holder.store.js';

/** What accounts and clients have of their own. */
export interface HolderKind<R extends HolderRow, D, Q, X extends D = D> {
  /** What the audit trail calls them. */
  readonly noun: 'account' | 'client';
  readonly rows: {
    load(tx: ReadTx, id: string, ifMatch?: number): Promise<R>;
    list(tx: ReadTx, query: Q): Promise<Page<R>>;
  };
  readonly toDto: (row: R) => D;
  /** What is answered of one that is disabled. */
  readonly toDisabledDto: (row: R) => X;
  /** Queues a change. */
  readonly save: (tx: Tx, before: R, changes: Partial<R>, action: AuditAction) => R;
  /** The refusal of what may not be given to one of this kind. */
  readonly check: (actor: Actor, wanted: Holder & Partial<R>, before?: R) => DomainError | undefined;
  /** Queues what ends with a holder that is disabled. */
  readonly end?: (tx: Tx, id: string) => void;
}

/** What administrators do alike with accounts and with clients, over REST and by command. */
export abstract class HolderService<R extends HolderRow, D, Q, X extends D = D> {
  protected constructor(
    protected readonly transactor: Transactor,
    protected readonly kind: HolderKind<R, D, Q, X>,
  ) {}

  list(actor: Actor, query: Q): Promise<Page<D>> {
    return this.transactor.read(actor, async (tx) => mapPage(await this.kind.rows.list(tx, query), this.kind.toDto));
  }

  get(actor: Actor, id: string): Promise<D> {
    return this.transactor.read(actor, async (tx) => this.kind.toDto(await this.kind.rows.load(tx, id)));
  }

  /** Who holds it can no longer log in; what is logged in ends, with its tokens. */
  disable(actor: Actor, id: string, ifMatch?: number): Promise<X> {
    const { noun, rows, toDisabledDto, save, end } = this.kind;
    return this.transactor.transact(actor, async (tx) => {
      const before = await rows.load(tx, id, ifMatch);
      assertNo(checkOthers(actor, id));
      if (before.disabledAt) return toDisabledDto(before);
      if (isAdministrator(before)) await needAnotherAdministrator(tx, before);
      end?.(tx, id);
      return toDisabledDto(save(tx, before, { disabledAt: tx.now } as Partial<R>, `${noun}-disabled`));
    });
  }

  enable(actor: Actor, id: string, ifMatch?: number): Promise<D> {
    const { noun, toDto, save } = this.kind;
    return this.transactor.transact(actor, async (tx) => {
      const before = await this.within(tx, id, ifMatch);
      return toDto(before.disabledAt ? save(tx, before, { disabledAt: null } as Partial<R>, `${noun}-enabled`) : before);
    });
  }

  /** Lifts the locks that failed log-ins have brought. */
  unlock(actor: Actor, id: string): Promise<D> {
    const { noun, rows, toDto } = this.kind;
    return this.transactor.transact(actor, async (tx) => {
      const row = await rows.load(tx, id);
      assertNo(checkReach(actor, row));
      unlock(tx, `${noun}:${id}`);
      recordAudit(tx, { action: `${noun}-unlocked`, subject: id });
      return toDto(row);
    });
  }

  /** One that the caller may give a way in: not their own, and none that may do what they may not themselves. */
  protected async within(tx: Tx, id: string, ifMatch?: number): Promise<R> {
    const row = await this.kind.rows.load(tx, id, ifMatch);
    assertNo(checkOthers(tx.actor, id) ?? checkReach(tx.actor, row));
    return row;
  }

  /** Throws unless the caller may make one of this name, and give it this. */
  protected async assertMayMake(tx: Tx, name: string, wanted: Holder & Partial<R>): Promise<void> {
    assertNo(checkName(name));
    await this.assertMayGive(tx, wanted);
  }

  /** Throws unless the caller may give this. */
  private async assertMayGive(tx: Tx, wanted: Holder & Partial<R>, before?: R): Promise<void> {
    assertNo(this.kind.check(tx.actor, wanted, before));
    if (wanted.area !== before?.area) await assertAreaInUse(tx, 'gateway', wanted.area);
  }

  /** Queues what is other than before. */
  protected async changed(tx: Tx, before: R, wanted: Holder & Partial<R>): Promise<R> {
    assertNo(checkOthers(tx.actor, before.id));
    await this.assertMayGive(tx, wanted, before);
    if (!before.disabledAt && administersNoMore(before, wanted)) await needAnotherAdministrator(tx, before);
    const isSame = Object.keys(changesOf(before, { ...before, ...wanted })).length === 0;
    return isSame ? before : this.kind.save(tx, before, wanted, `${this.kind.noun}-changed`);
  }
}

function assertNo(fault: DomainError | undefined): void {
  if (fault) throw fault;
}
