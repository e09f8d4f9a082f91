import type { Sql } from './entity-sql.js';

/** One queued change and how many rows it has to touch; anything else undoes the whole statement. */
export interface QueuedWrite extends Sql {
  readonly rows: number | 'any';
  /** Of an update by id and version, which touches no row when somebody was faster: what locks the row for the next try. */
  readonly lock?: Sql;
}

/** An event on its way into the outbox: a destination and bytes, nothing more. */
export interface OutboxRow {
  readonly eventId: string;
  readonly subject: string;
  readonly headers: string;
  readonly body: string;
}

/**
 * Many changes as ONE statement, so that a use case is one round trip and one implicit transaction:
 *
 *     with w0 as (update … returning 1), w1 as (insert … returning 1), counted as (select array[counts] as got),
 *       events as (insert into outbox … from counted …)
 *     select expect_rows(got, array[wanted]) from counted where a count is another than wanted
 *
 * The outbox insert reads the counts of all other changes, so the aggregate's row is locked before its
 * event takes an outbox id: that keeps the events of one aggregate in order. The counts
 * are made once and `expect_rows` is called only to fail: together a twelfth of a small statement (bench/README.md).
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
  const shape = `${events} ${writes.map(({ text, rows }) => (rows === 'any' ? `any ${text}` : text)).join(' ')}`;
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
  parts.push(`counted as (select array[${writes.map((_, i) => `(select count(*) from w${i})`).join(', ')}]::bigint[] as got)`);
  if (events > 0) parts.push(outboxPart(events, params));
  const wanted = `$${params + 4 * events + 1}::int[]`;
  const wrong = writes.flatMap(({ rows }, i) => (rows === 'any' ? [] : `got[${i + 1}] <> (${wanted})[${i + 1}]`));
  return `with ${parts.join(', ')} select expect_rows(got, ${wanted}) from counted where ${wrong.join(' or ') || 'false'}`;
}

function outboxPart(events: number, params: number): string {
  const rows = Array.from({ length: events }, (_, i) => {
    const at = params + 4 * i;
    return `($${at + 1}::uuid, $${at + 2}, $${at + 3}, $${at + 4}, ${i})`;
  });
  return `events as (insert into outbox (event_id, subject, headers, body)
    select e.event_id, e.subject, e.headers, e.body
    from counted, (values ${rows.join(', ')}) as e(event_id, subject, headers, body, position) order by e.position)`;
}

/** Counts `$1…` up by as many parameters as stand before. Texts hold no `$1` in literals: values are parameters. */
const shiftPlaceholders = (text: string, by: number): string =>
  by === 0 ? text : text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + by}`);
