import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import type { Transactor } from '@zero-distance/persistence';

/** What will be published again. */
export interface Republished {
  readonly since: string;
  readonly events: number;
}

/** What was emitted in the last days, kept because a broker can lose what it acknowledged. */
@Injectable()
export class Outbox {
  constructor(private readonly transactor: Transactor) {}

  /**
   * Sets the relay back to what was emitted first since then, so that it publishes everything from there again, in the same order.
   * Consumers know what they have handled, so it takes effect only where it was lost. The events' ids stay; the broker's
   * message ids do not (they carry the epoch), or within two minutes it would take the events for those it still has.
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
