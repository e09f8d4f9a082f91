import { Injectable } from '@nestjs/common';
import { HEADER } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import type { Transactor } from './transactor.js';

/** What was put back. */
export interface Republished {
  readonly since: string;
  readonly events: number;
}

/** What was published in the last days, kept because a broker can lose what it acknowledged (design §4). */
@Injectable()
export class OutboxArchive {
  constructor(private readonly transactor: Transactor) {}

  /**
   * Puts what was published since then back into the outbox, with ids and order as they were; the relay does the rest.
   * Consumers know what they have handled, so it takes effect only where it was lost. The event's id stays; the
   * broker's message id does not, or within two minutes it would take the message for one it still has.
   */
  republish(actor: Actor, since: Date): Promise<Republished> {
    return this.transactor.transact(actor, async (tx) => {
      const [row] = await tx.query<{ events: number }>('select count(*)::int as events from outbox_archive where published_at >= $1', [
        since,
      ]);
      const put = `insert into outbox (id, event_id, subject, headers, body) overriding system value
        select id, event_id, subject, (headers::jsonb || jsonb_build_object($2::text, event_id || $3::text))::text, body
        from outbox_archive where published_at >= $1`;
      tx.write(put, [since, HEADER.messageId, `/${tx.now.getTime()}`], 'any');
      tx.write('delete from outbox_archive where published_at >= $1', [since], 'any');
      return { since: since.toISOString(), events: row?.events ?? 0 };
    });
  }
}
