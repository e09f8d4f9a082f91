import type { FastifyInstance } from 'fastify';

const routesOf = new WeakMap<object, Map<string, Set<string>>>();

/** Remembers every route that is added from now on, so that an unknown method can be told from an unknown address. */
export function rememberRoutes(fastify: FastifyInstance): void {
  const routes = new Map<string, Set<string>>();
  routesOf.set(fastify.server, routes);
  fastify.addHook('onRoute', ({ url, method }) => {
    const methods = routes.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    routes.set(url, methods);
  });
}

/** The methods that some route serves at this path; empty when none does. Only asked when a request found no route. */
export function allowedMethods(fastify: FastifyInstance, path: string): string[] {
  const allowed = new Set<string>();
  for (const [pattern, methods] of routesOf.get(fastify.server) ?? []) {
    if (matches(pattern, path)) for (const method of methods) allowed.add(method);
  }
  return [...allowed].sort();
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part === given[i] || (part.startsWith(':') && given[i] !== ''));
}
