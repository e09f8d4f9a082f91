import { newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection } from '@zero-distance/platform';
import { recordAudit } from '../audit/audit.store.js';
import type { AuditAction } from '../audit/audit-action.js';
import { refuse } from '../errors.js';
import { headOfFeed } from '../feed/feed.store.js';
import { WebhookEntity } from './webhook.entity.js';
import { type Bound, type DisabledReason, MOST_WEBHOOKS, type Webhook, withOneMore } from './webhook.js';

export const WEBHOOKS = defineCollection({
  entity: WebhookEntity,
  visible: { by: 'matter', participants: 'organisation_id', takenInBy: 'owner_id', recuses: false },
  notFound: (id) => refuse('webhook.not_found', { id }),
  filters: { ownerId: 'owner_id', state: 'state' },
});

type Given = Pick<Webhook, 'ownerId' | 'url' | 'types' | 'scopes' | 'roles' | 'areaCode' | 'org' | 'organisationId'>;

const factsOf = ({ id, ownerId, areaCode, org }: Webhook) => ({
  webhookId: id,
  ownerId,
  ...(areaCode !== '' && { areaCode }),
  ...(org !== null && { organisation: org }),
});

const detailOf = ({ ownerId, url, types, areaCode }: Webhook): Record<string, string> => ({
  owner: ownerId,
  host: new URL(url).host,
  types: types.join(' '),
  area: areaCode,
});

/** Queues a new webhook, which begins with what comes next. @param sealed its secret, sealed for its id */
export async function insertWebhook(tx: Tx, given: Given, seal: (id: string) => Buffer): Promise<WebhookEntity> {
  await tx.execute('lock table webhook in share row exclusive mode', []); // of many at once each counts those before it
  const [held] = await tx.query<{ count: number }>('select count(*)::int as count from webhook where owner_id = $1', [given.ownerId]);
  if ((held?.count ?? 0) >= MOST_WEBHOOKS) throw refuse('webhook.too_many', { limit: MOST_WEBHOOKS });
  const id = newId();
  const row: WebhookEntity = {
    ...given,
    id,
    version: 1,
    state: 'enabled',
    disabledReason: null,
    secretSealed: seal(id),
    previousSecretSealed: null,
    previousUntil: null,
    lastId: await headOfFeed(tx),
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  tx.insert(WebhookEntity, row, { webhook_once: refuse('webhook.url_taken') });
  tx.emit('gateway.webhook.registered.v1', row, factsOf(row));
  recordAudit(tx, { action: 'webhook-registered', subject: id, detail: detailOf(row) });
  return row;
}

/** Queues a change; its action for the audit trail. */
export function saveWebhook(tx: Tx, before: WebhookEntity, changes: Partial<Webhook>, action: AuditAction): WebhookEntity {
  const after = { ...before, ...changes, version: before.version + 1, updatedAt: tx.now };
  tx.update(WebhookEntity, before, { ...changes, updatedAt: tx.now });
  tx.emit(action === 'webhook-enabled' ? 'gateway.webhook.enabled.v1' : 'gateway.webhook.changed.v1', after, factsOf(after));
  recordAudit(tx, { action, subject: before.id, detail: detailOf(after) });
  return after;
}

/** Queues that nothing more is sent, and why. */
export function disableWebhook(tx: Tx, before: WebhookEntity, reason: DisabledReason): WebhookEntity {
  const changes = { state: 'disabled', disabledReason: reason } as const;
  const after = { ...before, ...changes, version: before.version + 1, updatedAt: tx.now };
  tx.update(WebhookEntity, before, { ...changes, updatedAt: tx.now });
  tx.emit('gateway.webhook.disabled.v1', after, { ...factsOf(after), reasonCode: reason });
  recordAudit(tx, { action: 'webhook-disabled', subject: before.id, detail: { ...detailOf(after), reason } });
  return after;
}

/** Queues that something was asked for once more; refuses it too often. Holds the webhook until the commit: of many at once each counts those before it. */
export async function noteAsked(tx: Tx, { id }: Pick<Webhook, 'id'>, what: 'replayed_at' | 'tested_at', bound: Bound): Promise<void> {
  await tx.execute('select from webhook where id = $1 for update', [id]);
  const [row] = await tx.query<{ times: Date[] }>(`select ${what} as times from webhook where id = $1`, [id]);
  tx.write(`update webhook set ${what} = $2 where id = $1`, [id, withOneMore(row?.times ?? [], bound, tx.now)]);
}

/** What a client may do now; null where the gateway keeps no clients of its own (another issuer). */
interface ClientNow {
  readonly clientScopes: readonly string[] | null;
  readonly clientRoles: readonly string[] | null;
  readonly clientArea: string | null;
  readonly clientOrg: string | null;
  readonly clientDisabledAt: Date | null;
}

/** An enabled webhook with its owner as it is now, and how many of its deliveries wait, counted up to a bound. */
export type Subscriber = WebhookEntity & ClientNow & { readonly waiting: number };

/** Every webhook that is to be sent to. */
export async function subscribersOf(tx: ReadTx, countedUpTo: number): Promise<Subscriber[]> {
  const rows = await tx.query<Subscriber & Record<string, unknown>>(
    `${tx.select(
      WebhookEntity,
      't',
      `c.scopes as "clientScopes", c.roles as "clientRoles", c.area as "clientArea", c.org as "clientOrg", c.disabled_at as "clientDisabledAt",
       (select count(*)::int from (select from webhook_delivery d where d.webhook_id = t.id and d.state = 'waiting' limit $1) as held) as waiting`,
    )} left join client c on c.id = t.owner_id where t.state = 'enabled' and c.disabled_at is null order by t.id`,
    [countedUpTo],
  );
  return rows.map((row) => ({ ...row, lastId: Number(row.lastId) }));
}
