import { Module } from '@nestjs/common';
import { PlatformModule } from '@zero-distance/platform';
import { config, issuer } from './config.js';

/** The house without rooms: what the gateway serves are plain routes (gateway.routes.ts), so that nothing stands in the way of the proxy. */
@Module({ imports: [PlatformModule.forHttp({ config: { ...config, OIDC_ISSUER: issuer } })] })
export class GatewayModule {}
