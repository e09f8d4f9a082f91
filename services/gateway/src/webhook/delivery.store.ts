import { idFloor, newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection } from '@zero-distance/platform';
import { eventsHeard, type Heard, isHeard, type Span } from '../feed/feed.store.js';
import { toEventDto } from '../feed/feed.view.js';
import type { FeedScope } from '../feed/feed-scope.js';
import { DeliveryEntity } from './delivery.entity.js';
import type { DeliveryFault } from './outcome.js';
import type { DeliveryState } from './webhook.js';

export const DELIVERIES = defineCollection({
  entity: DeliveryEntity,
  visible: { by: 'everybody' }, // who sees the webhook: it is loaded first
  filters: { webhookId: 'webhook_id' },
});

/** What waits to be sent. */
export type Waiting = Pick<DeliveryEntity, 'id' | 'webhookId' | 'feedId' | 'eventId' | 'aggregateId' | 'body' | 'tries' | 'createdAt'> & {
  readonly firstTriedAt: Date | null;
  readonly nextAt: Date;
};

const rowOf = (webhookId: string, now: Date) => ({
  id: newId(),
  version: 1,
  webhookId,
  state: 'waiting' as const,
  tries: 0,
  firstTriedAt: null,
  nextAt: now,
  status: null,
  fault: null,
  tookMs: null,
  deliveredAt: null,
  createdAt: now,
});

/** Queues what each of some webhooks hears of a span of the feed, in one statement; up to where it is queued. */
export async function enqueueHeard(
  tx: Tx,
  webhooks: readonly { readonly id: string; readonly lastId: number; readonly scope: FeedScope }[],
  span: Span,
): Promise<number> {
  const { events, reached } = await eventsHeard(
    tx,
    webhooks.map(({ scope }) => scope),
    span,
  );
  for (const event of events) for (const n of event.hearers) append(tx, webhooks[n]?.id, event);
  tx.write(
    'update webhook set last_id = $2 where id = any($1::uuid[]) and last_id = $3',
    [webhooks.map(({ id }) => id), reached, span.after],
    'any',
  );
  return reached;
}

function append(tx: Tx, webhookId: string | undefined, event: Heard): void {
  if (webhookId === undefined) return;
  const { id: feedId, eventId, type, aggregateId } = event;
  tx.append(DeliveryEntity, { ...rowOf(webhookId, tx.now), feedId, eventId, type, aggregateId, body: JSON.stringify(toEventDto(event)) });
}

/** Queues an event that tells of nothing, to try a receiver. */
export function insertTest(tx: Tx, webhookId: string): DeliveryEntity {
  const type = 'gateway.webhook.tested.v1';
  const eventId = newId();
  const body = JSON.stringify({ id: eventId, type, timestamp: tx.now.toISOString(), data: { webhookId } });
  const row = { ...rowOf(webhookId, tx.now), feedId: null, eventId, type, aggregateId: eventId, body };
  tx.insert(DeliveryEntity, row);
  return row;
}

/** What waits for a webhook, in order. */
export async function waitingOf(tx: ReadTx, webhookId: string, limit: number): Promise<Waiting[]> {
  const rows = await tx.query<Waiting & Record<string, unknown>>(
    `${tx.select(DeliveryEntity, 't')} where t.webhook_id = $1 and t.state = 'waiting' order by t.id limit $2`,
    [webhookId, limit],
  );
  return rows.map((row) => ({ ...row, feedId: row.feedId === null ? null : Number(row.feedId) }));
}

/** For how many seconds the oldest delivery has waited that is for an enabled webhook; by an index, whatever waits. */
export async function secondsWaited(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ seconds: number }>(
    `select coalesce(extract(epoch from now() - min(oldest.created_at)), 0)::float as seconds from webhook w cross join lateral (
       select created_at from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting' order by d.id limit 1) oldest
     left join client c on c.id = w.owner_id where w.state = 'enabled' and c.disabled_at is null`,
  );
  return row?.seconds ?? 0;
}

/** Whether whose the webhook is may still hear of it. */
export const mayHear = async (tx: ReadTx, scope: FeedScope, { feedId }: Waiting): Promise<boolean> =>
  feedId === null || isHeard(tx, scope, feedId);

/** What became of a try. */
export interface Tried {
  readonly id: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly firstTriedAt: Date;
  readonly nextAt: Date;
  readonly status: number | null;
  readonly fault: DeliveryFault | null;
  readonly tookMs: number;
  readonly deliveredAt: Date | null;
}

/** Queues what became of many tries, in one statement. */
export function saveTried(tx: Tx, tried: readonly Tried[]): void {
  if (tried.length === 0) return;
  tx.write(
    `update webhook_delivery d set state = r.state, tries = r.tries, first_tried_at = coalesce(d.first_tried_at, r."firstTriedAt"),
       next_at = r."nextAt", status = r.status, fault = r.fault, took_ms = r."tookMs", delivered_at = r."deliveredAt"
     from jsonb_to_recordset($1::jsonb) as r(id uuid, state text, tries int, "firstTriedAt" timestamptz, "nextAt" timestamptz, status int,
       fault text, "tookMs" int, "deliveredAt" timestamptz)
     where d.id = r.id`,
    [JSON.stringify(tried)],
    'any',
  );
}

/** Queues that what waits is tried as if it were new. */
export const beginAnew = (tx: Tx, webhookId: string): void =>
  tx.write(
    `update webhook_delivery set tries = 0, first_tried_at = null, next_at = $2 where webhook_id = $1 and state = 'waiting'`,
    [webhookId, tx.now],
    'any',
  );

const AT_ONCE = 5_000;

/** Takes the log of what is done away where it is older. */
export async function forgetDeliveries(tx: Tx, before: Date): Promise<void> {
  tx.write(
    `delete from webhook_delivery where id in (select id from webhook_delivery where id < $1 and state <> 'waiting' order by id limit $2)`,
    [idFloor(before), AT_ONCE],
    'any',
  );
}
