import { poolOf, Transactor } from '@zero-distance/persistence';
import { answerProblem, type Health, log, RateLimiter, type Readiness, tokenInvalid } from '@zero-distance/platform';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import { AccountStore } from './account/account.store.js';
import { LogInService, tellTry } from './account/log-in.service.js';
import { SecondFactorService } from './account/second-factor.service.js';
import { ClientStore } from './client/client.store.js';
import { config, corsOrigins, isIssuerEmbedded, issuer, upstreams } from './config.js';
import { deriveKey } from './credential/derived-key.js';
import { Lockout } from './credential/lockout.js';
import { limitIssuerCalls } from './issuer/call-quota.js';
import { Issuer } from './issuer/issuer.js';
import { issuerRoutes } from './issuer/issuer.routes.js';
import { proxyRoutes } from './proxy/proxy.routes.js';
import { UpstreamStates } from './proxy/upstream-state.js';
import type { EndedLogInsReader } from './session/ended-log-ins.service.js';
import { logInOf } from './session/log-in.js';
import { SigningKeyStore } from './signing-key/signing-key.store.js';
import { consoleRoutes } from './web/console.routes.js';
import { deskRoutes } from './web/desk.routes.js';
import { pageRoutes } from './web/page.routes.js';

/** What the routes are made with. */
interface GatewayParts {
  readonly health: Health;
  readonly dataSource: DataSource;
  readonly ended: EndedLogInsReader;
  /** The folder of the pages. */
  readonly assets: string;
}

/** Everything the gateway serves besides its own API. Throws when the issuer's keys cannot be had: without tokens it would be of no use. */
export async function mountGateway(fastify: FastifyInstance, { health, dataSource, ended, assets }: GatewayParts): Promise<void> {
  const { liveness, readiness } = health;
  readiness.outliveDatabase();
  refuseEnded(fastify, ended);
  await fastify.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => answerProblem(error, request, reply)); // Nest's own comes too late for these
    const slots = await proxyRoutes(scope, { upstreams, timeoutMs: config.UPSTREAM_TIMEOUT_MS, corsOrigins });
    for (const inFlight of slots) liveness.watch(inFlight);
    const states = new UpstreamStates(upstreams);
    readiness.alsoTell('services', () => states.current());
    await scope.register((pages) => pageRoutes(pages, { assets, issuerOrigin: new URL(issuer).origin }));
    consoleRoutes(scope, issuer, isIssuerEmbedded);
    deskRoutes(scope, issuer);
    if (isIssuerEmbedded) await scope.register((routes) => mountIssuer(routes, readiness, dataSource));
  });
}

const OF_ISSUER = /^\/(?:oidc|\.well-known)\//;

/**
 * Refuses the tokens of log-ins that were ended, whichever service they are for: what comes to a service comes through here. The issuer has
 * answers of its own, and tokens open nothing there.
 */
function refuseEnded(fastify: FastifyInstance, ended: EndedLogInsReader): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const isAsked = !ended.areNone && !OF_ISSUER.test(request.url);
    const logIn = isAsked ? logInOf(request.headers.authorization) : undefined;
    done(logIn && ended.has(logIn) ? tokenInvalid('登录已被结束', 'its log-in was ended') : undefined);
  });
}

async function mountIssuer(fastify: FastifyInstance, readiness: Readiness, dataSource: DataSource): Promise<void> {
  const db = poolOf(dataSource);
  const transactor = new Transactor(dataSource);
  const clients = new ClientStore(transactor);
  // Only here: the service counts forwarded requests, for each client; files cost nothing.
  limitIssuerCalls(fastify, new RateLimiter(config.RATE_LIMIT_PER_MINUTE), clients);
  const gatewayKey = Buffer.from(config.GATEWAY_KEY, 'base64');
  const limits = {
    failures: config.LOCKOUT_FAILURES,
    overallFailures: config.LOCKOUT_OVERALL_FAILURES,
    minutes: config.LOCKOUT_MINUTES,
  };
  const lockout = new Lockout(db, transactor, deriveKey(gatewayKey, 'login-attempt'), limits, tellTry);
  const keys = new SigningKeyStore(db, deriveKey(gatewayKey, 'signing-key'));
  const cookieKey = deriveKey(gatewayKey, 'cookie').toString('base64url');
  const parts = {
    issuer,
    audience: config.OIDC_AUDIENCE,
    cookieKey,
    db,
    clients,
    accounts: new AccountStore(transactor),
    lockout,
    logIns: new LogInService(transactor),
    secondFactors: new SecondFactorService(transactor, deriveKey(gatewayKey, 'second-factor')),
  };
  const embedded = await Issuer.open(parts, keys, log);
  readiness.warnWhen(() => embedded.warning);
  await issuerRoutes(fastify, embedded);
  fastify.addHook('onClose', async () => embedded.close());
}
