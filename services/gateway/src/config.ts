import { DOMAIN_SERVICES } from '@zero-distance/contracts';
import { MAIL_CONFIG, SMS_CONFIG } from '@zero-distance/notification';
import { HTTP_CONFIG, readConfig, SECRET_KEY, SERVICE_CONFIG, Type } from '@zero-distance/platform';
import type { Upstream } from './proxy/proxy.routes.js';

const ORIGIN = { pattern: '^https?://[^/\\s]+/?$', description: 'scheme, host and port only, such as http://127.0.0.1:8081' };
const ORIGINS = {
  pattern: '^https?://[^/\\s,]+/?(,https?://[^/\\s,]+/?)*$',
  description: 'scheme, host and port only, such as http://127.0.0.1:8081; several replicas with commas between',
};

/** The gateway's environment. */
export const config = readConfig({
  ...SERVICE_CONFIG,
  /** Nobody's unless told: callers reach this port themselves. */
  TRUSTED_PROXIES: HTTP_CONFIG.TRUSTED_PROXIES,
  /** PORT is the public's; health and metrics are here only. */
  OPERATIONS_PORT: HTTP_CONFIG.PORT,
  /** Less than the services': a log-in costs 40 ms of a processor, and its callers are known by address only. */
  RATE_LIMIT_PER_MINUTE: Type.Integer({ minimum: 1, default: 600, description: 'requests one address may send to the issuer in a minute' }),
  /** Absent or `<PUBLIC_URL>/oidc`: the embedded issuer. Anything else: an external one, and the embedded is not mounted. */
  OIDC_ISSUER: Type.Optional(HTTP_CONFIG.OIDC_ISSUER),
  /** What signing keys, cookies and the rows of failed log-ins are protected with, each by a key derived from it. */
  GATEWAY_KEY: SECRET_KEY,
  LOCKOUT_FAILURES: Type.Integer({
    minimum: 1,
    maximum: 100,
    default: 5,
    description: 'failed log-ins in a row that lock a subject at their network',
  }),
  LOCKOUT_OVERALL_FAILURES: Type.Integer({
    minimum: 1,
    maximum: 10_000,
    default: 100,
    description: 'failed log-ins from all unknown networks that lock a subject for these',
  }),
  LOCKOUT_MINUTES: Type.Integer({ minimum: 1, maximum: 1440, default: 15, description: 'for how long, and within how long they count' }),
  PUBLIC_URL: Type.String(ORIGIN),
  /** Absent: none but the gateway's own pages. What needs no token may be read from any site. */
  CORS_ORIGINS: Type.Optional(
    Type.String({
      pattern: '^https?://[^/\\s,]+(,https?://[^/\\s,]+)*$',
      description: 'sites whose pages may call the API, as https://a.example.cn, several with commas between',
    }),
  ),
  INTAKE_URL: Type.String(ORIGINS),
  DISPATCH_URL: Type.String(ORIGINS),
  CASE_MEDIATION_URL: Type.String(ORIGINS),
  INSPECTION_URL: Type.String(ORIGINS),
  EVALUATION_URL: Type.String(ORIGINS),
  LIVE_LIMIT: Type.Integer({ minimum: 1, default: 4096, description: 'callers who may listen to events at once, at one process' }),
  LIVE_LIMIT_PER_CALLER: Type.Integer({ minimum: 1, default: 16, description: 'of these, with tokens of one account or client' }),
  /** Receivers of webhooks stand on the public internet; a department's own may stand on a network of the government. */
  WEBHOOK_NETWORKS: Type.String({
    default: '',
    pattern: '^(?:[0-9a-fA-F.:]+/\\d{1,3}(?:,(?!$)|$))*$',
    description: 'networks that webhooks may be sent to besides the public internet, as 10.12.0.0/16, several with commas between',
  }),
  WEBHOOK_PLAIN_HTTP: Type.Boolean({ default: false, description: 'true: webhooks may be sent without TLS, on networks that need none' }),
  /** Members of staff are written to as the operator says; absent: they find what they were told in the system. */
  ...SMS_CONFIG,
  ...MAIL_CONFIG,
  /** Where messages to staff lead: the screen that they work at. */
  STAFF_LINK: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s{}]+(?:\\{(?:noun|id)\\}[^\\s{}]*){0,4}$',
      maxLength: 500,
      description: 'an address with {noun} and {id} in it: https://desk.example.gov.cn/#/{noun}/{id}',
    }),
  ),
  UPSTREAM_TIMEOUT_MS: Type.Integer({ minimum: 100, maximum: 600_000, default: 30_000 }),
});

const origin = (url: string): string => new URL(url).origin;
const ownIssuer = `${origin(config.PUBLIC_URL)}/oidc`;

/** The trusted issuer. */
export const issuer = config.OIDC_ISSUER ?? ownIssuer;

/** True when the gateway issues the tokens itself. */
export const isIssuerEmbedded = issuer === ownIssuer;

/** Where the gateway's own API finds the keys of its own issuer: at home, since its public address may not be reached from here. */
export const jwksUrl = isIssuerEmbedded ? `http://${homeOf(config.HOST)}:${config.PORT}/oidc/jwks` : config.OIDC_JWKS_URL;

/** An address at which a process that listens on `host` reaches itself. */
function homeOf(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** `case-mediation` is at CASE_MEDIATION_URL. */
export const upstreams: readonly Upstream[] = DOMAIN_SERVICES.map((name) => ({
  name,
  origins: config[`${name.toUpperCase().replaceAll('-', '_')}_URL` as 'INTAKE_URL'].split(',').map(origin) as [string, ...string[]],
}));

/** Other sites whose pages may call the API. */
export const corsOrigins: readonly string[] = config.CORS_ORIGINS?.split(',') ?? [];
