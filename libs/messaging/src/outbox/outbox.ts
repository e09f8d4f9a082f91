import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import type { Transactor } from '@zero-distance/persistence';

/** What will be published again. */
export interface Republished {
  readonly since: string;
  readonly events: number;
}

/** The events of the last days. They are kept because a broker can lose what it acknowledged. */
@Injectable()
export class Outbox {
  constructor(private readonly transactor: Transactor) {}

  /**
   * Sets the relay back to the first event emitted since then. It publishes everything from there again, in the same order.
   * Consumers know what they have handled, so an event takes effect only where it was lost. Event ids stay the same. The broker's
   * message ids carry the epoch and change; otherwise the broker would drop the events as duplicates within two minutes.
   */
  republish(actor: Actor, since: Date): Promise<Republished> {
    return this.transactor.transact(actor, async (tx) => {
      const [row] = await tx.page<{ events: number; before: string | null }>(
        `select count(*)::int as events, (min(id) - 1)::text as before from outbox
         where created_at >= $1 and id <= (select last_id from relay_position)`,
        [since],
      );
      if (row?.before)
        tx.write('update relay_position set last_id = least(last_id, $1::bigint), generation = generation + 1', [row.before]);
      return { since: since.toISOString(), events: row?.events ?? 0 };
    });
  }
}
