import { DOMAIN_SERVICES } from '@zero-distance/contracts';
import type { Secrets } from './secrets.js';
import { environmentName, type StackService } from './service.js';

/** Where a service finds the others. */
export interface Surroundings {
  /** URL of the Postgres database, as any user: the service's own name and password are put in. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  /** On which its processes listen, one or several. */
  readonly ports: Readonly<Record<StackService, readonly number[]>>;
  /** On which the gateway's processes serve health and metrics, in the same order. */
  readonly operationsPorts: readonly number[];
  /** The issuer trusted instead of the gateway. */
  readonly externalIssuer?: { readonly url: string; readonly jwksUrl: string };
  readonly secrets: Secrets;
  /** Where services keep files, each in a folder of its own. */
  readonly filesDirectory: string;
  /** Where messages to people are shown instead of being sent; absent: nobody is written to. */
  readonly outboxDirectory?: string;
}

/**
 * The whole environment of one process of a service (the names are every deployment's, see the service's `config.ts`).
 * @param replica which of its processes; 0 is the first
 */
export function serviceEnvironment(service: StackService, around: Surroundings, replica = 0): Record<string, string | undefined> {
  const { secrets, ports } = around;
  return {
    HOST: '127.0.0.1',
    PORT: String(ports[service][replica]),
    DATABASE_URL: roleUrl(around.databaseUrl, service, secrets),
    ...issuerOf(service, around),
    LOG_LEVEL: process.env.LOG_LEVEL,
    DISTRICT,
    ...personalDataKeys(service, secrets),
    ...((service === 'evaluation' || service === 'intake') && { SIGNED_LINK_KEYS: secrets.SIGNED_LINK_KEYS }),
    ...(service === 'intake' && { PUBLIC_URL: gatewayUrl(ports) }),
    ...((service === 'intake' || service === 'gateway') && outboxOf(around)),
    NATS_URL: around.natsUrl,
    NATS_USER: service,
    NATS_PASSWORD: secrets[environmentName(service, 'NATS_PASSWORD')],
    REQUEST_HASH_KEY: secrets[environmentName(service, 'REQUEST_HASH_KEY')],
    FILES_DIRECTORY: `${around.filesDirectory}/${service}`,
    ...(service === 'gateway' ? gatewayOnly(around, replica) : { TRUSTED_PROXIES: 'loopback' }), // the gateway forwards the caller's address
  };
}

const outboxOf = ({ outboxDirectory }: Surroundings) =>
  outboxDirectory === undefined ? {} : { SMS_ADAPTER: 'local', MAIL_ADAPTER: 'local', SMS_OUTBOX_DIRECTORY: outboxDirectory };

/** The keys of a service that keeps personal data. */
function personalDataKeys(service: StackService, secrets: Secrets): Record<string, string | undefined> {
  if (service !== 'intake' && service !== 'dispatch' && service !== 'case-mediation') return {};
  const { MATTER_TEXT_KEYS, BLIND_INDEX_KEY, PERSONAL_DATA_KEYS } = secrets;
  if (service === 'intake') return { MATTER_TEXT_KEYS, PERSONAL_DATA_KEYS, BLIND_INDEX_KEY };
  return { MATTER_TEXT_KEYS, PERSONAL_DATA_KEYS: secrets[environmentName(service, 'PERSONAL_DATA_KEYS')] };
}

function issuerOf(service: StackService, { ports, externalIssuer }: Surroundings): Record<string, string> {
  if (externalIssuer) return { OIDC_ISSUER: externalIssuer.url, OIDC_JWKS_URL: externalIssuer.jwksUrl };
  if (service === 'gateway') return {}; // it issues the tokens itself
  const own = `${gatewayUrl(ports)}/oidc`;
  return { OIDC_ISSUER: own, OIDC_JWKS_URL: `${own}/jwks` };
}

/** The public address of a stack: its first gateway's. */
export const gatewayUrl = ({ gateway }: Surroundings['ports']): string => `http://127.0.0.1:${gateway[0]}`;

function gatewayOnly({ ports, operationsPorts, secrets }: Surroundings, replica: number): Record<string, string | undefined> {
  const upstreams = DOMAIN_SERVICES.map((service) => [
    environmentName(service, 'URL'),
    ports[service].map((port) => `http://127.0.0.1:${port}`).join(','),
  ]);
  return {
    PUBLIC_URL: gatewayUrl(ports),
    OPERATIONS_PORT: String(operationsPorts[replica]),
    GATEWAY_KEY: secrets.GATEWAY_KEY,
    // A receiver on this machine, as in docs/chains/webhooks.md.
    WEBHOOK_NETWORKS: '127.0.0.0/8',
    WEBHOOK_PLAIN_HTTP: 'true',
    ...Object.fromEntries(upstreams),
  };
}

/** 桃山区, which the demo data is of. */
export const DISTRICT = '230903';

function roleUrl(databaseUrl: string, service: StackService, secrets: Secrets): string {
  const url = new URL(databaseUrl);
  url.username = service.replaceAll('-', '_');
  url.password = encodeURIComponent(secrets[environmentName(service, 'DB_PASSWORD')] ?? '');
  return url.href;
}
