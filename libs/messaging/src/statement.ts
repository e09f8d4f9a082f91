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
  const params = writes.flatMap((write) => write.params);
  for (const { eventId, subject, headers, body } of events) params.push(eventId, subject, headers, body);
  params.push(writes.map((write) => (write.rows === 'any' ? -1 : write.rows)));
  return { text: textOf(writes, events.length), params };
}

const texts = new Map<string, string>();

/** There are as many texts as the code has use cases, and making one costs more than all the rest here. */
function textOf(writes: readonly QueuedWrite[], events: number): string {
  const shape = `${events} ${writes.map((write) => write.text).join(' ')}`;
  let text = texts.get(shape);
  if (text === undefined) {
    text = makeText(writes, events);
    texts.set(shape, text);
  }
  return text;
}

function makeText(writes: readonly QueuedWrite[], events: number): string {
  let params = 0;
  const parts = writes.map((write, i) => {
    const part = `w${i} as (${shiftPlaceholders(write.text, params)} returning 1)`;
    params += write.params.length;
    return part;
  });
  if (events > 0) parts.push(outboxPart(events, writes.length, params));
  const counts = writes.map((_, i) => `(select count(*) from w${i})`).join(', ');
  return `with ${parts.join(', ')} select expect_rows(array[${counts}]::bigint[], $${params + 4 * events + 1}::int[])`;
}

function outboxPart(events: number, writes: number, params: number): string {
  const rows = Array.from({ length: events }, (_, i) => {
    const at = params + 4 * i;
    return `($${at + 1}::uuid, $${at + 2}, $${at + 3}, $${at + 4}, ${i})`;
  });
  const after = Array.from({ length: writes }, (_, i) => `, (select count(*) from w${i}) as after${i}`).join('');
  return `events as (insert into outbox (event_id, subject, headers, body)
    select e.event_id, e.subject, e.headers, e.body
    from (values ${rows.join(', ')}) as e(event_id, subject, headers, body, position)${after}
    order by e.position)`;
}

/** Counts `$1…` up by as many parameters as stand before. Texts hold no `$1` in literals: values are parameters. */
const shiftPlaceholders = (text: string, by: number): string =>
  by === 0 ? text : text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + by}`);
