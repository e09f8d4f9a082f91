import type { FastifyInstance } from 'fastify';
import FindMyWay, { type HTTPMethod, type Instance } from 'find-my-way';

const routersOf = new WeakMap<object, Instance<never>>();
const nothing = (): void => undefined;

/** Remembers every route that is added from now on, so that an unknown method can be told from an unknown address. */
export function recordRoutes(fastify: FastifyInstance): void {
  const router = FindMyWay({ maxParamLength: 200 });
  routersOf.set(fastify.server, router as Instance<never>);
  fastify.addHook('onRoute', ({ url, method }) => {
    for (const one of [method].flat() as HTTPMethod[]) if (!router.hasRoute(one, url)) router.on(one, url, nothing);
  });
}

/** The methods that some route serves at this path; empty when none does. Only asked when a request found no route. */
export function allowedMethods(fastify: FastifyInstance, path: string): string[] {
  const router = routersOf.get(fastify.server);
  return METHODS.filter((method) => router?.find(method, path));
}

/** Not OPTIONS, which is taken at any address for the sake of pages on other sites. */
const METHODS: readonly HTTPMethod[] = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'];
