import type { ErasurePlace } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { ERASED_ANSWER, type Tx } from '@zero-distance/persistence';

/** What stays of a matter in a service although it was erased, because it is kept for a time of its own. */
export interface Kept {
  readonly place: ErasurePlace;
  readonly until: Date;
}

/**
 * 依法删除: the removal of a matter's words from one service, in the transaction that does it. Each removal counts what it took away in the row of
 * the erasure, in the statement that does it; when all is gone the service tells of it ({@link ErasureModule}).
 */
export class Erasure {
  /** @param matterId what is erased, by the id under which all services know it */
  constructor(
    readonly tx: Tx,
    readonly matterId: string,
  ) {
    tx.write('insert into erasure (id, matter_id, at) values ($1, $2, $3) on conflict do nothing', [newId(), matterId, tx.now], 'any');
  }

  /**
   * Queues a removal.
   * @param removal CTEs without `with`, of which the last is `gone` and has a row for each thing that was taken away
   */
  remove(place: ErasurePlace, removal: string, params: readonly unknown[]): void {
    const [matter, name] = [`$${params.length + 1}::uuid`, `$${params.length + 2}::text`];
    this.tx.write(
      `with ${removal} update erasure set removed = removed || jsonb_build_object(${name},
         coalesce((removed ->> ${name})::int, 0) + (select count(*) from gone)) where matter_id = ${matter}`,
      [...params, this.matterId, place],
      'any', // a statement that removes rows in its CTEs cannot be counted as another's; the row was put in just before
    );
  }

  /** Queues that the answers kept for Idempotency-Keys are emptied: the keys stay, so that nothing is done twice. @param ids what they tell of */
  removeAnswers(ids: readonly string[]): void {
    this.removeAnswersThat(`answer ->> 'id' = any($1::text[])`, ids);
  }

  /**
   * Queues that answers which have no id of their own are emptied too. An index has to find them.
   * @param which a condition of `idempotency`; $1 is `names`
   */
  removeAnswersThat(which: string, names: readonly string[]): void {
    this.remove('answers', `gone as (update idempotency set answer = $2::jsonb where ${which} returning 1)`, [
      names,
      JSON.stringify(ERASED_ANSWER),
    ]);
  }

  /** Queues that no message about the matter which could not be handled carries its sealed text any more: handled later, it has its effect without. */
  removeFromDeadLetters(): void {
    const removal = `gone as (update dead_letter set body = case when body is json object then (body::jsonb - 'sealedText')::text else '' end
      where headers ->> 'ce-subject' = $1 and body like '%"sealedText"%' returning 1)`;
    this.remove('dead-letters', removal, [this.matterId]);
  }

  /** Queues that the lines of history of these rows lose the words that were written with them. The service defines `eraseReasons`. */
  removeReasons(ids: readonly string[]): void {
    this.remove('history', 'gone as materialized (select * from erase_reasons($1::uuid[]))', [ids]);
  }

  /** Queues that something stays, and until when. */
  keep({ place, until }: Kept): void {
    this.tx.write('update erasure set kept = kept || $2::jsonb where matter_id = $1', [
      this.matterId,
      JSON.stringify([{ place, until: until.toISOString() }]),
    ]);
  }
}
