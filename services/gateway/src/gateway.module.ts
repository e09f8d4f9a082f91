import { Module } from '@nestjs/common';
import { PlatformModule, PolicyModule } from '@zero-distance/platform';
import { AccountController } from './account/account.controller.js';
import { AccountService } from './account/account.service.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditService } from './audit/audit.service.js';
import { keepAccess } from './audit/audit.store.js';
import { ClientController } from './client/client.controller.js';
import { ClientService } from './client/client.service.js';
import { CODE_TABLES } from './code-tables.js';
import { config, issuer, jwksUrl } from './config.js';
import { ENTITIES } from './entities.js';
import { GatewayEvents } from './events.js';
import { EventController } from './feed/feed.controller.js';
import { EventFeed } from './feed/feed.service.js';
import { POLICIES } from './policy/policy.js';

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
  ],
  controllers: [AccountController, ClientController, AuditController, EventController, GatewayEvents],
  providers: [AccountService, ClientService, AuditService, EventFeed],
})
export class GatewayModule {}
