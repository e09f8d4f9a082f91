import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import type { DataSource } from 'typeorm';
import { poolOf } from './data-source.js';
import { constraintOf, isRace, retryOnConflict } from './failures.js';
import { findIdempotentAnswer, storeAnswer } from './idempotency.js';
import { Transaction } from './transaction.js';
import type { ReadTx, Tx } from './tx.js';

/** A transaction that several use cases share. */
export type Batch = Tx & {
  /** So many writes and events were queued up to now: a use case that adds none changed nothing. */
  readonly queued: number;
};

/** Runs use cases: each is one transaction, but for those of a batch. */
@Injectable()
export class Transactor {
  private readonly batch = new AsyncLocalStorage<{ readonly tx: Transaction; readonly after: Set<() => Promise<void>> }>();

  /** @param afterCommit called when a transaction with events is committed, to wake the relay */
  constructor(
    private readonly dataSource: DataSource,
    private readonly afterCommit: () => void = () => {},
  ) {}

  /**
   * Runs `work` and commits what it queued. What `work` returns is the call's answer. With an Idempotency-Key the answer is stored with the change, so
   * it must be plain JSON, and one call is one `transact`. `work` runs again when another use case changed the aggregate meanwhile, so it has no
   * effect outside its Tx. Throws what `work` throws, and the refusal that `tx.insert` named for a broken constraint.
   */
  transact<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const batch = this.batch.getStore();
    return batch ? work(batch.tx) : this.alone(actor, work);
  }

  /**
   * Runs use cases in one transaction: what `work` calls that calls `transact` takes part in it, and sees what those before it changed. All of them
   * are kept or none, so `work` lets no failure of a use case pass. Like a use case it may run again.
   */
  async together<T>(actor: Actor, work: (batch: Batch) => Promise<T>): Promise<T> {
    const after = new Set<() => Promise<void>>();
    const answer = await this.alone(actor, (tx) => this.batch.run({ tx, after }, () => work(tx)));
    for (const run of after) await run();
    return answer;
  }

  /** Runs `work` when what a use case changed is committed: now, or behind the batch that it is part of, once however often it is asked for. */
  async whenCommitted(work: () => Promise<void>): Promise<void> {
    const batch = this.batch.getStore();
    if (batch) batch.after.add(work);
    else await work();
  }

  private alone<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return retryOnConflict(async (lock) => {
      const tx = new Transaction(this.dataSource, actor);
      try {
        if (lock) await tx.lock(lock);
        const answer = await work(tx);
        storeAnswer(tx, actor, answer);
        await tx.commit();
        if (tx.emitted) this.afterCommit();
        return answer;
      } catch (error) {
        await tx.rollback();
        // Whatever failed here, the same call may have succeeded at the same time.
        const twin = await findIdempotentAnswer(this.dataSource, actor);
        if (twin) return twin.answer as T;
        throw isRace(error) ? error : (tx.conflicts.get(constraintOf(error) ?? '') ?? error);
      }
    });
  }

  /** Draws the next value of a sequence of the service's schema. */
  async drawSequence(name: string): Promise<number> {
    const { rows } = await poolOf(this.dataSource).query<{ value: string }>('select nextval($1::regclass) as value', [name]);
    return Number(rows[0]?.value);
  }

  /** Reads outside any use case. */
  async read<T>(actor: Actor, work: (tx: ReadTx) => Promise<T>): Promise<T> {
    return work(new Transaction(this.dataSource, actor));
  }
}
