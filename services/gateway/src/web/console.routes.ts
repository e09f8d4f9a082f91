import { SERVICES, type Service } from '@zero-distance/contracts';
import type { FastifyInstance } from 'fastify';

/** The first answer to the console's page. `tokenPath` is there when the issuer is the gateway itself. */
interface ConsoleSettings {
  readonly documents: readonly { readonly name: string; readonly url: string }[];
  readonly tokenUrl: string;
  /** The public client that people log in with. An operator registers it; without it there is no log-in. */
  readonly clientId: string;
  readonly tokenPath?: string;
}

/** In the order of a request's life. Chinese names as in the services' own titles. */
const NAMES: Readonly<Record<Service, string>> = {
  intake: '受理 intake',
  dispatch: '派单 dispatch',
  'case-mediation': '调解 case-mediation',
  inspection: '排查 inspection',
  evaluation: '评价 evaluation',
  gateway: '网关 gateway',
};

/** The settings of the console's page. */
export function consoleRoutes(fastify: FastifyInstance, issuer: string, embedded: boolean): void {
  const documents = SERVICES.map((service) => ({ name: NAMES[service], url: `/api/${service}/openapi.json` }));
  const settings: ConsoleSettings = {
    documents,
    tokenUrl: `${issuer}/token`,
    clientId: 'console',
    ...(embedded && { tokenPath: '/oidc/token' }),
  };
  fastify.get('/console/settings.json', async () => settings);
}
