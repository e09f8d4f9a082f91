import { Module } from '@nestjs/common';
import { PlatformModule } from '@zero-distance/platform';
import { AuditController } from './audit/audit.controller.js';
import { AuditService } from './audit/audit.service.js';
import { keepAccess } from './audit/audit.store.js';
import { CODE_TABLES } from './code-tables.js';
import { config, issuer, jwksUrl } from './config.js';
import { ENTITIES } from './entities.js';
import { GatewayEvents } from './events.js';

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
  ],
  controllers: [AuditController, GatewayEvents],
  providers: [AuditService],
})
export class GatewayModule {}
