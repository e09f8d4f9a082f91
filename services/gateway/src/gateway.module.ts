import { Module } from '@nestjs/common';
import { chosenAdapters, NotificationModule } from '@zero-distance/notification';
import { Transactor } from '@zero-distance/persistence';
import { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { PlatformModule, PolicyModule } from '@zero-distance/platform';
import { AccountController } from './account/account.controller.js';
import { AccountService } from './account/account.service.js';
import { CareWorkerController } from './account/care-worker.controller.js';
import { ColleagueController } from './account/colleague.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditService } from './audit/audit.service.js';
import { keepAccess } from './audit/audit.store.js';
import { AuditRetention } from './audit/audit-retention.service.js';
import { BackupService } from './backup/backup.service.js';
import { ClientController } from './client/client.controller.js';
import { ClientService } from './client/client.service.js';
import { CODE_TABLES } from './code-tables.js';
import { config, issuer, jwksUrl } from './config.js';
import { deriveKey } from './credential/derived-key.js';
import { ENTITIES } from './entities.js';
import { GatewayEvents } from './events.js';
import { EventController } from './feed/feed.controller.js';
import { EventFeed } from './feed/feed.service.js';
import { LiveController } from './live/live.controller.js';
import { LiveEvents, LiveLimits } from './live/live.service.js';
import { ContactController } from './notification/contact.controller.js';
import { Contacts, recipientOf } from './notification/contact.service.js';
import { NotificationController } from './notification/notification.controller.js';
import { Notifications } from './notification/notification.service.js';
import { POLICIES } from './policy/policy.js';
import { EndedLogInsReader } from './session/ended-log-ins.service.js';
import { Deliveries } from './webhook/deliveries.service.js';
import { readNetworks } from './webhook/reachable-address.js';
import { Receivers } from './webhook/receivers.service.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookReach } from './webhook/webhook.js';
import { WebhookService } from './webhook/webhook.service.js';
import { WebhookSecrets } from './webhook/webhook-secrets.js';

const gatewayKey = Buffer.from(config.GATEWAY_KEY, 'base64');
/** What numbers and addresses of staff are sealed with. */
const staffKeys = new KeyRing(`gateway:${deriveKey(gatewayKey, 'staff-contact').toString('base64')}`);

/** The gateway's own API. What it forwards, the issuer and the pages are plain routes (gateway.routes.ts), so that nothing comes between a request and the proxy. */
@Module({
  imports: [
    PlatformModule.forService({
      service: 'gateway',
      config: { ...config, OIDC_ISSUER: issuer, ...(jwksUrl && { OIDC_JWKS_URL: jwksUrl }) },
      entities: ENTITIES,
      codeTables: CODE_TABLES,
      keepAccess: (tx, access) => keepAccess(tx, 'gateway', access),
    }),
    PolicyModule.forService(POLICIES),
    NotificationModule.forService('gateway', {
      adapters: chosenAdapters(config),
      policies: POLICIES,
      index: new BlindIndex(deriveKey(gatewayKey, 'recipient-mark').toString('base64')),
      recipientOf: (tx, message) => recipientOf(tx, message, staffKeys, config.STAFF_LINK),
    }),
  ],
  controllers: [
    AccountController,
    ColleagueController,
    CareWorkerController,
    ClientController,
    AuditController,
    EventController,
    LiveController,
    WebhookController,
    NotificationController,
    ContactController,
    GatewayEvents,
  ],
  providers: [
    AccountService,
    BackupService,
    ClientService,
    EndedLogInsReader,
    AuditRetention,
    AuditService,
    EventFeed,
    LiveEvents,
    { provide: LiveLimits, useFactory: () => new LiveLimits(config.LIVE_LIMIT, config.LIVE_LIMIT_PER_CALLER) },
    WebhookService,
    Notifications,
    { provide: Contacts, inject: [Transactor], useFactory: (transactor: Transactor) => new Contacts(transactor, staffKeys) },
    Deliveries,
    { provide: WebhookReach, useFactory: () => new WebhookReach(readNetworks(config.WEBHOOK_NETWORKS), config.WEBHOOK_PLAIN_HTTP) },
    { provide: Receivers, inject: [WebhookReach], useFactory: ({ networks }: WebhookReach) => new Receivers(networks) },
    {
      provide: WebhookSecrets,
      useFactory: () => new WebhookSecrets(deriveKey(gatewayKey, 'webhook-secret')),
    },
  ],
})
export class GatewayModule {}
