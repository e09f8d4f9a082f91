import { join } from 'node:path';
import { bootstrap } from '@zero-distance/platform';
import { DataSource } from 'typeorm';
import { config, isIssuerEmbedded, issuer } from './config.js';
import { GatewayModule } from './gateway.module.js';
import { mountGateway } from './gateway.routes.js';
import { EndedLogInsReader } from './session/ended-log-ins.service.js';
import { gatewayDocument } from './web/gateway-document.js';

void bootstrap({
  service: 'gateway',
  module: GatewayModule,
  config: { ...config, OIDC_ISSUER: issuer },
  title: { zh: '网关', en: 'Gateway' },
  document: (made) => gatewayDocument(made, issuer, isIssuerEmbedded),
  operationsPort: config.OPERATIONS_PORT,
  // Relative to this file, because every layout has the assets next to it; the module that serves the pages may be in any file of a bundle.
  mount: (fastify, health, app) => {
    const assets = join(import.meta.dirname, '../assets');
    return mountGateway(fastify, { health, dataSource: app.get(DataSource), ended: app.get(EndedLogInsReader), assets });
  },
});
