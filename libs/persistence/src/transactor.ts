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
  /** @param afterCommit wakes the relay; called when a committed transaction emitted events. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly afterCommit: () => void = () => {},
  ) {}

  /**
   * Runs `work` and commits what it queued. What it returns is the call's answer and must be plain JSON,
   * because with an Idempotency-Key it is stored beside the change: one call is one `transact`. Runs again
   * when another use case changed the aggregate meanwhile, so `work` has no effect outside its Tx.
   * Throws what `work` throws, and the refusal that `tx.insert` named for a broken constraint.
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
        // The same call at the same time may have been faster, whatever it is that this one then stumbled over.
        const twin = await findIdempotentAnswer(this.dataSource, actor);
        if (twin) return twin.answer as T;
        throw isRace(error) ? error : (tx.conflicts.get(constraintOf(error) ?? '') ?? error);
      }
    });
  }

  /** The next value of a sequence of the service's schema. */
  async drawSequence(name: string): Promise<number> {
    const { rows } = await poolOf(this.dataSource).query<{ value: string }>('select nextval($1::regclass) as value', [name]);
    return Number(rows[0]?.value);
  }

  /** A read outside any use case, with the same reading methods. */
  async read<T>(actor: Actor, work: (tx: ReadTx) => Promise<T>): Promise<T> {
    return work(new Transaction(this.dataSource, actor));
  }
}
