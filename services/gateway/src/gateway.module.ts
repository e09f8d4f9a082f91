import { Module } from '@nestjs/common';
import { PlatformModule } from '@zero-distance/platform';
import { config, issuer } from './config.js';

/** The platform without controllers: the gateway serves plain routes (gateway.routes.ts), so that nothing comes between a request and the proxy. */
@Module({ imports: [PlatformModule.forHttp({ config: { ...config, OIDC_ISSUER: issuer } })] })
export class GatewayModule {}
