import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { type Actor, VISITOR } from '@zero-distance/kernel';
import type { FastifyRequest } from 'fastify';
import { ACCESS_TABLE, type AccessName } from '../access/access.js';
import type { AccessRow } from '../access/access-row.js';

/** The name of a route's row of the access table. */
export const ACCESS = 'zero-distance:access';
export const GUESSED = 'zero-distance:guessed';
/** Where the OpenAPI document says which roles an operation takes. */
export const ROLES_EXTENSION = 'x-roles';
/** Where it says which row of the access table an operation goes by. */
export const ACCESS_EXTENSION = 'x-access';

/** Where it says that a public operation takes an Idempotency-Key. */
export const REPEATABLE_EXTENSION = 'x-repeatable';

/** The route goes by this row of the access table: scope, roles and reach. Every route of a service names one. */
export function Auth(name: AccessName): MethodDecorator {
  const row: AccessRow | undefined = ACCESS_TABLE[name];
  if (!row) throw new Error(`the access table has no row ${name}`);
  const { scope, roles, own, reach } = row;
  const asked = reach === 'public' ? [] : [ApiSecurity('oauth2', [scope])];
  const held = roles.length > 0 ? [ApiExtension(ROLES_EXTENSION, [...new Set([...roles, ...own])])] : [];
  return applyDecorators(SetMetadata(ACCESS, name), ApiExtension(ACCESS_EXTENSION, name), ...asked, ...held);
}

/** `@Caller() actor: Actor`: who calls, with the Idempotency-Key when the request has one. Not on public routes. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('@Caller() on a route that is public');
  return actor;
});

/** `@Visitor() actor: Actor`: who calls a public route, known by nothing, with the Idempotency-Key when the request has one. */
export const Visitor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<FastifyRequest>().actor ?? VISITOR,
);

/** A public POST whose use case acts as the {@link Visitor}: sent again with the same Idempotency-Key it takes effect once, and its document says so. */
export const Repeatable = (): MethodDecorator => ApiExtension(REPEATABLE_EXTENSION, true);

/** An operation without a token that answers whoever knows something: how often an address is wrong in a day is bounded (`PUBLIC_GUESS_LIMIT_PER_DAY`). */
export const Guessed = (): MethodDecorator => SetMetadata(GUESSED, true);
