import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import type { DataSource } from 'typeorm';
import { poolOf } from './data-source.js';
import { constraintOf, isRace, retryOnConflict } from './failures.js';
import { findIdempotentAnswer, storeAnswer } from './idempotency.js';
import { Transaction } from './transaction.js';
import type { ReadTx, Tx } from './tx.js';

/** Runs use cases: each is one transaction. */
@Injectable()
export class Transactor {
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
