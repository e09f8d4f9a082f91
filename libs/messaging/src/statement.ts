import type { Sql } from './entity-sql.js';

/** One queued change and how many rows it has to touch; anything else undoes the whole statement. */
export interface QueuedWrite extends Sql {
  readonly rows: number | 'any';
  /** Of an update by id and version, which touches no row when somebody was faster: what locks the row for the next try. */
  readonly lock?: Sql;
}

/** An event on its way into the outbox: a destination and bytes, nothing more (design §8, "dumb forwarder"). */
export interface OutboxRow {
  readonly eventId: string;
  readonly subject: string;
  readonly headers: string;
  readonly body: string;
}

/**
 * Many changes as ONE statement, so that a use case is one round trip and one implicit transaction:
 *
 *     with w1 as (update … returning 1), w2 as (insert … returning 1), events as (insert into outbox …)
 *     select expect_rows(array[counts], array[wanted])
 *
 * The outbox insert reads the counts of all other changes, so the aggregate's row is locked before its
 * event takes an outbox id: that keeps the events of one aggregate in order (design §4).
 * The changes must be of different rows, because all of them see the same snapshot; a second change of
 * one row touches nothing and `expect_rows` then fails the statement rather than lose it.
 */
export function combine(writes: readonly QueuedWrite[], events: readonly OutboxRow[]): Sql {
  const params: unknown[] = [];
  const parts = writes.map((write, i) => {
    const shift = params.length;
    params.push(...write.params);
    return `w${i} as (${shiftPlaceholders(write.text, shift)} returning 1)`;
  });
  if (events.length > 0) parts.push(outboxPart(events, writes.length, params));
  const counts = writes.map((_, i) => `(select count(*) from w${i})`).join(', ');
  params.push(writes.map((write) => (write.rows === 'any' ? -1 : write.rows)));
  return {
    text: `with ${parts.join(', ')} select expect_rows(array[${counts}]::bigint[], $${params.length}::int[])`,
    params,
  };
}

function outboxPart(events: readonly OutboxRow[], writes: number, params: unknown[]): string {
  const at = params.length;
  params.push(
    events.map((event) => event.eventId),
    events.map((event) => event.subject),
    events.map((event) => event.headers),
    events.map((event) => event.body),
  );
  const after = Array.from({ length: writes }, (_, i) => `, (select count(*) from w${i}) as after${i}`).join('');
  return `events as (insert into outbox (event_id, subject, headers, body)
    select e.event_id, e.subject, e.headers, e.body
    from unnest($${at + 1}::uuid[], $${at + 2}::text[], $${at + 3}::text[], $${at + 4}::text[])
      with ordinality as e(event_id, subject, headers, body, position)${after}
    order by e.position)`;
}

/** Counts `$1…` up by as many parameters as stand before. Texts hold no `$1` in literals: values are parameters. */
const shiftPlaceholders = (text: string, by: number): string =>
  by === 0 ? text : text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + by}`);
