import { join } from 'node:path';
import { bootstrap } from '@zero-distance/platform';
import { config, isIssuerEmbedded, issuer } from './config.js';
import { GatewayModule } from './gateway.module.js';
import { mountGateway } from './gateway.routes.js';
import { gatewayDocument } from './web/gateway-document.js';

void bootstrap({
  service: 'gateway',
  module: GatewayModule,
  config: { ...config, OIDC_ISSUER: issuer },
  title: { zh: '网关', en: 'Gateway' },
  document: (made) => gatewayDocument(made, issuer, isIssuerEmbedded),
  operationsPort: config.OPERATIONS_PORT,
  // Relative to this file, because every layout has the assets next to it; the module that serves the pages may be in any file of a bundle.
  mount: (fastify, health, dataSource) => mountGateway(fastify, { health, dataSource, assets: join(import.meta.dirname, '../assets') }),
});
