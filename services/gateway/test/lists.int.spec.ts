import { MESSAGES, MessageEntity } from '@zero-distance/notification';
import * as persistence from '@zero-distance/persistence';
import { draw, drawn } from '@zero-distance/testing';
import { describeLists } from '@zero-distance/testing/lists';
import { AccountEntity } from '../src/account/account.entity.js';
import { ACCOUNTS } from '../src/account/account.store.js';
import { AuditEntity } from '../src/audit/audit.entity.js';
import { AUDIT } from '../src/audit/audit.store.js';
import { ClientEntity } from '../src/client/client.entity.js';
import { CLIENTS } from '../src/client/client.store.js';
import { NotificationEntity } from '../src/notification/notification.entity.js';
import { NOTIFICATIONS } from '../src/notification/notification.store.js';
import { DeliveryEntity } from '../src/webhook/delivery.entity.js';
import { DELIVERIES } from '../src/webhook/delivery.store.js';
import { WebhookEntity } from '../src/webhook/webhook.entity.js';
import { WEBHOOKS } from '../src/webhook/webhook.store.js';

// A line each minute until now. One action of four is rare, and one caller of a hundred.
const LINES = `
  insert into audit (id, service, action, subject, actor_id, at)
  select uuidv7(make_interval(mins => n - $1)), ${drawn(['intake', 'dispatch', 'gateway'], 1)},
    case ${draw(1000, 2)} when 0 then 'account-disabled' else 'reveal' end, 'matter-' || n, 'actor-' || ${draw(100, 3)},
    now() + make_interval(mins => n - $1)
  from generate_series(1, $1::int) n`;

// A hundred webhooks, of which each was told of as much.
const WEBHOOKS_OF_CLIENTS = `
  insert into webhook (id, version, owner_id, url, types, scopes, roles, area_code, state, secret_sealed, last_id, created_at, updated_at)
  select overlay('0190a5c0-7c1e-7000-8000-000000000000' placing lpad(n::text, 3, '0') from 34)::uuid, 1, 'owner-' || n, 'https://a.example/', '{}', '{}', '{}', '230903', 'enabled', '', 0,
    now(), now() from generate_series(1, 100) n where $1 > 0`;
const TOLD = `
  insert into webhook_delivery (id, webhook_id, event_id, type, aggregate_id, body, state, next_at, created_at)
  select uuidv7(make_interval(secs => n - $1)), overlay('0190a5c0-7c1e-7000-8000-000000000000' placing lpad((1 + ${draw(100, 4)})::text, 3, '0') from 34)::uuid, gen_random_uuid(),
    'dispatch.work-order.reminded.v1', gen_random_uuid(), '{}', 'delivered', now(), now()
  from generate_series(1, $1::int) n`;

// Fifty people, of whom each was told of as much; the last of it is unread. Every matter is known.
const TOLD_STAFF = `
  with matter as (
    insert into feed_matter (id, withheld, organisation_ids, barred_organisation_ids, barred_account_ids)
    select overlay('0190a5c0-7c1e-7000-8000-000000000000' placing lpad(n::text, 6, '0') from 31)::uuid, false, '{}', '{}', '{}' from generate_series(0, 999) n
    where $1 > 0 returning id)
  insert into notification (id, account_id, event_id, kind, noun, subject_id, matter_id, area_code, happened_at, created_at, read_at, version)
  select uuidv7(make_interval(secs => n - $1)), 'account-' || ${draw(50, 5)}, gen_random_uuid(), ${drawn(['order-dispatched', 'order-replied'], 6)},
    'dispatch.work-order', gen_random_uuid(), overlay('0190a5c0-7c1e-7000-8000-000000000000' placing lpad((n % 1000)::text, 6, '0') from 31)::uuid,
    '230903', now(), now(), case when n < $1 - 1000 then now() end, 1
  from generate_series(1, $1::int) n`;
const SENT = `
  insert into message (id, key, purpose, subject_id, state, attempts, not_before, created_at, settled_at, version)
  select uuidv7(make_interval(secs => n - $1)), 'key-' || n, 'order-dispatched', overlay('0190a5c0-7c1e-7000-8000-000000000000' placing lpad((n % 1000)::text, 6, '0') from 31)::uuid,
    case n % 1000 when 0 then 'dead' else 'sent' end, 1, now(), now(), now(), 1
  from generate_series(1, $1::int) n`;

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

describeLists({
  service: 'gateway',
  persistence,
  entities: [AuditEntity, AccountEntity, ClientEntity, WebhookEntity, DeliveryEntity, NotificationEntity, MessageEntity],
  fill: [LINES, WEBHOOKS_OF_CLIENTS, TOLD, TOLD_STAFF, SENT],
  lists: {
    ACCOUNTS: { of: ACCOUNTS, small: 'a district has some thousand members of staff, and a page looks through all of them' },
    WEBHOOKS: { of: WEBHOOKS, small: 'a client has twenty at most' },
    DELIVERIES: { of: DELIVERIES, asked: { webhookId: ['0190a5c0-7c1e-7000-8000-000000000007'] } },
    NOTIFICATIONS: {
      of: NOTIFICATIONS,
      asked: {
        reader: [{ accountId: 'account-7', organisationId: null }],
        id: ['0190a5c0-7c1e-7000-8000-000000000007'],
        kind: ['order-replied'],
        unread: [true, false],
      },
    },
    MESSAGES: { of: MESSAGES, asked: { state: ['dead', 'waiting'], subjectId: ['0190a5c0-7c1e-7000-8000-000000000007'] } },
    CLIENTS: { of: CLIENTS, small: 'a district has some hundred systems and screens' },
    AUDIT: {
      of: AUDIT,
      asked: {
        service: ['intake'],
        action: ['reveal', 'export'],
        subject: ['matter-7'],
        actorId: ['actor-7'],
        from: [daysAgo(1)],
        to: [daysAgo(8)],
      },
    },
  },
});
