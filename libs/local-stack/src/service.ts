import { SERVICES, type Service } from '@zero-distance/contracts';
import type { Child, Children } from './children.js';
import { program } from './places.js';
import { untilReady } from './wait.js';

/** The six processes of the product. */
export const STACK_SERVICES = SERVICES;
export type StackService = Service;

/** `case-mediation`, `DB_PASSWORD` → `CASE_MEDIATION_DB_PASSWORD`. */
export const environmentName = (service: string, suffix: string): string => `${service.toUpperCase().replaceAll('-', '_')}_${suffix}`;

export interface ServiceOptions {
  readonly children: Children;
  readonly service: StackService;
  /** The name of the process and its log, for a second process of the same service. */
  readonly name?: string;
  /** The service's whole environment, as `serviceEnvironment` makes it. */
  readonly env: Record<string, string | undefined>;
}

/** A running service. */
export interface ServiceProcess {
  readonly service: StackService;
  readonly url: string;
  readonly child: Child;
}

/** Starts `services/<name>/dist/main.js` as it ships; resolves when `/health/ready` answers 200. */
export async function startService({ children, service, name = service, env }: ServiceOptions): Promise<ServiceProcess> {
  const child = await children.spawn({
    name,
    kind: 'service',
    command: process.execPath,
    args: program(`services/${service}`, 'main'),
    env: { ...inherited(), ...env },
  });
  const url = `http://127.0.0.1:${env.PORT}`;
  await untilReady(child, 60_000, () => isReady(operationsUrl(env)));
  return { service, url, child };
}

/** Where a service with this environment serves its health and metrics: the gateway on a port of its own. */
export const operationsUrl = ({ PORT, OPERATIONS_PORT = PORT }: ServiceOptions['env']): string => `http://127.0.0.1:${OPERATIONS_PORT}`;

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false; // does not listen yet
  }
}

/** The part of our own environment that a service may see: nothing that would change its behaviour. */
function inherited(): Record<string, string | undefined> {
  const { PATH, HOME, LANG, TZ, OTEL_EXPORTER_OTLP_ENDPOINT } = process.env;
  return { PATH, HOME, LANG, TZ, OTEL_EXPORTER_OTLP_ENDPOINT, NODE_ENV: 'production' };
}
