import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestMicroservice } from '@nestjs/microservices';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { EventRuntime, JetStreamServer, RethrowFilter } from '@zero-distance/messaging';
import { poolOf } from '@zero-distance/persistence';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { assertEveryRouteHasAccess } from './auth/assert-access.js';
import type { HttpConfig } from './config.js';
import { BODY_LIMIT_BYTES } from './errors.js';
import type { Health } from './health/health.js';
import { addOperationalRoutes } from './health/operational-routes.js';
import { operationsServer } from './health/operations-server.js';
import { Readiness } from './health/readiness.js';
import { ARRIVAL, limitArrival } from './http/arrival.js';
import { limitCallers } from './http/caller-limits.js';
import type { IsProxy } from './http/caller-network.js';
import { answerClientError, answerTunnel } from './http/client-errors.js';
import { InFlight, limitInFlight, MOST_IN_FLIGHT } from './http/in-flight.js';
import { acceptBodies } from './http/json-body.js';
import { Liveness } from './http/liveness.js';
import { addRequestHooks, requestIdOf, setHouseHeaders } from './http/request-hooks.js';
import { originForm } from './http/request-target.js';
import { acceptTables } from './http/table-body.js';
import { trustedProxies } from './http/trusted-proxies.js';
import { watchKeys } from './observability/key-age.js';
import { log, NestLog, startLog } from './observability/log.js';
import { startMetrics, watchPool, watchShares, watchWork } from './observability/metrics.js';
import { startTracing } from './observability/tracing.js';
import { makeDocument } from './openapi/document.js';
import { addDocumentRoute } from './openapi/document-route.js';
import { answerProblem } from './problem/problem.filter.js';
import { recordRoutes } from './problem/routes.js';
import { dieOnSurprise, stopOnSignal } from './shutdown.js';

export interface BootstrapOptions {
  /** kebab-case; routes are under `/api/<service>/v1`. */
  readonly service: string;
  readonly module: Type;
  readonly config: HttpConfig;
  readonly title: { readonly zh: string; readonly en: string };
  /** Adds to the OpenAPI document what no controller serves (the gateway's issuer). */
  readonly document?: (made: OpenAPIObject) => object;
  /**
   * The only port for health and metrics, of a process whose PORT is public. Absent: on PORT, which is then internal; the gateway asks
   * it whether the process is ready.
   */
  readonly operationsPort?: number;
  /** Adds plain Fastify routes and plugins before Nest's (the gateway's proxy and issuer). They are not guarded, and bound themselves. */
  readonly mount?: (fastify: FastifyInstance, health: Health, app: Pick<INestApplicationContext, 'get'>) => void | Promise<void>;
}

/** Starts one process and runs it until SIGTERM or SIGINT. When it can't start, it says why in one line and exits with 1. */
export async function bootstrap(options: BootstrapOptions): Promise<void> {
  const { service, config, operationsPort } = options;
  startLog(service, config.LOG_LEVEL);
  startMetrics(service);
  watchKeys(config, process.env);
  dieOnSurprise();
  try {
    const stopTracing = await startTracing(service, config.OTEL_EXPORTER_OTLP_ENDPOINT);
    const app = await assemble(options);
    const operations = operationsPort === undefined ? undefined : operationsServer(healthOf(app), app.get(EventRuntime));
    stopOnSignal(app, async () => {
      await operations?.close();
      await stopTracing();
    });
    await app.listen(config.PORT, config.HOST);
    await operations?.listen({ port: operationsPort, host: config.HOST });
    log.info({ url: await app.getUrl(), startedInMs: Math.round(performance.now()) }, `${service} is listening`);
  } catch (error) {
    process.stderr.write(`${service} could not start: ${reasonOf(error, options)}\n`);
    log.debug({ err: error }, 'could not start');
    process.exit(1);
  }
}

async function assemble(options: BootstrapOptions): Promise<NestFastifyApplication> {
  const { service, module, config, title, document = (made) => made, operationsPort, mount } = options;
  const isProxy = trustedProxies(config.TRUSTED_PROXIES?.split(',') ?? []);
  const adapter = makeAdapter(isProxy, operationsPort === undefined ? KEEP_ALIVE_MS.house : KEEP_ALIVE_MS.public);
  const fastify = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false, // ours is acceptBodies
    abortOnError: false,
    logger: new NestLog(),
  });
  const health = healthOf(app);
  acceptBodies(fastify);
  acceptTables(fastify);
  recordRoutes(fastify);
  addRequestHooks(fastify, () => health.readiness.isStopping);
  limitArrival(fastify);
  limitCallers(fastify, config, isProxy, health.liveness);
  health.readiness.warnWhen(() => health.liveness.warning);
  limitWork(fastify, service, health.liveness, mount ? `/api/${service}/v1/` : '/');
  watchWork(() => health.liveness.underWay());
  watchShares(() => health.liveness.shared());
  if (operationsPort === undefined) addOperationalRoutes(fastify, health, app.get(EventRuntime));
  addDocumentRoute(fastify, service, () => document(makeDocument(app, { title, issuer: config.OIDC_ISSUER })));
  await mount?.(fastify, health, app);
  app.setGlobalPrefix(`api/${service}/v1`);
  assertEveryRouteHasAccess(app);
  await joinEventRuntime(app);
  return app;
}

const healthOf = (app: NestFastifyApplication): Health => ({ liveness: app.get(Liveness), readiness: app.get(Readiness) });

function limitWork(fastify: FastifyInstance, service: string, liveness: Liveness, under: string): void {
  const inFlight = new InFlight(service, MOST_IN_FLIGHT);
  liveness.watch(inFlight);
  limitInFlight(fastify, inFlight, under);
}

/**
 * How long an idle connection is kept. Internal ones outlast the gateway's own limit, so that none is closed just as it is used again.
 * Public ones last for the requests of one page: an idle caller must not take the place of others.
 */
const KEEP_ALIVE_MS = { house: 75_000, public: 10_000 };

function makeAdapter(isProxy: IsProxy, keepAliveTimeout: number): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers),
    trustProxy: isProxy,
    requestTimeout: ARRIVAL.uploadMs, // the others have less: limitArrival
    http: {
      headersTimeout: ARRIVAL.headMs,
      connectionsCheckingInterval: ARRIVAL.checkMs,
      requireHostHeader: false, // refused by our own check, as a problem
    },
    keepAliveTimeout,
    clientErrorHandler: answerClientError,
    rewriteUrl: originForm,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still comes on an open connection is served, then the connection closes
    skipMiddie: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, setHouseHeaders(request, reply)),
  });
  const { server } = adapter.getInstance();
  server.maxHeadersCount = 0; // Node silently drops headers beyond a number; the 16 KiB of a head bound them
  server.on('checkExpectation', (request, response) => server.emit('request', request, response)); // not Node's bare 417
  server.on('connect', (_request, socket: Socket) => answerTunnel(socket));
  return adapter;
}

async function joinEventRuntime(app: NestFastifyApplication): Promise<void> {
  watchPool(poolOf(app.get(DataSource)));
  await app.init(); // first: the start-up hooks register the timers that the leader starts
  const handlers = app.connectMicroservice({ strategy: app.get(JetStreamServer) }, { deferInitialization: true }) as NestMicroservice;
  // Handlers take the filters there are when they are bound, so Nest may not bind them on connecting, as it does unless deferred.
  handlers.useGlobalFilters(new RethrowFilter());
  handlers.registerListeners();
  handlers.setIsInitialized(true);
  handlers.setIsInitHookCalled(true);
  await app.startAllMicroservices();
}

function reasonOf(error: unknown, { config: { HOST }, operationsPort }: BootstrapOptions): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  const variable = port === operationsPort ? 'OPERATIONS_PORT' : 'PORT';
  if (code === 'EADDRINUSE') return `port ${port} of ${HOST} is already in use; set ${variable} to another one.`;
  if (code === 'EACCES') return `port ${port} of ${HOST} may not be opened by this user; set ${variable} to one above 1023.`;
  if (code === 'ECONNREFUSED') return `nothing answers at DATABASE_URL (${message}).`;
  return message;
}
