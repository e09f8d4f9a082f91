import type { ReadTx } from '@zero-distance/persistence';
import { EVENT, type FeedEvent, HEARS, LOOKED_THROUGH, LOSES, SCOPES, type Span } from '../feed/feed.store.js';
import type { FeedScope } from '../feed/feed-scope.js';

/** An event, which of the scopes hear it, and which have lost what it tells of. */
type Listened = FeedEvent & { readonly hearers: readonly number[]; readonly losers: readonly number[] };

/** The first events of a span that concern somebody who listens, as `eventsHeard` has them, with who has lost what they tell of. */
export async function eventsListened(
  tx: ReadTx,
  scopes: readonly FeedScope[],
  { after, upTo, limit }: Span,
): Promise<{ readonly events: readonly Listened[]; readonly reached: number }> {
  const end = Math.min(upTo, after + LOOKED_THROUGH);
  const rows = await tx.page<Listened & { readonly id: string } & Record<string, unknown>>(
    `with s as materialized (select * from ${SCOPES})
     select ${EVENT}, coalesce(h.hearers, '{}') as hearers, coalesce(h.losers, '{}') as losers
     from feed_event e join feed_matter m on m.id = e.matter_id
     cross join lateral (select array_agg(s.n) filter (where ${HEARS}) as hearers, array_agg(s.n) filter (where ${LOSES}) as losers from s) h
     where e.id > $2 and e.id <= $3 and (h.hearers is not null or h.losers is not null) order by e.id limit $4`,
    [JSON.stringify(scopes.map((scope, n) => ({ ...scope, n }))), after, end, limit],
  );
  const events = rows.map((row) => ({ ...row, id: Number(row.id) }));
  return { events, reached: events.length === limit ? (events.at(-1)?.id ?? end) : Math.max(after, end) };
}
