import type { FastifyInstance } from 'fastify';

/** The first answer to the desk's page: where people log in, as which client, and what for. */
interface DeskSettings {
  readonly issuer: string;
  /** The public client that people log in with. An operator registers it; without it there is no log-in. */
  readonly clientId: string;
  /** What its pages call. The client has to be granted all of them; a person gets those that they have themselves. */
  readonly scopes: readonly string[];
}

/** In one place: whoever registers the client reads them here (`/desk/settings.json`), and an end-to-end test compares them with what its pages call. */
const SCOPES = [
  'intake:read',
  'intake:write',
  'intake:export',
  'intake:reveal',
  'dispatch:read',
  'dispatch:write',
  'dispatch:export',
  'dispatch:reveal',
  'evaluation:read',
  'evaluation:write',
  'evaluation:export',
  'gateway:listen',
] as const;

/** The settings of the desk's page. */
export function deskRoutes(fastify: FastifyInstance, issuer: string): void {
  const settings: DeskSettings = { issuer, clientId: 'desk', scopes: SCOPES };
  fastify.get('/desk/settings.json', async () => settings);
}
