import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Actor, Role } from '@zero-distance/kernel';
import type { FastifyRequest } from 'fastify';

/** What a route asks of its caller; `'public'` asks nothing. */
export type Access = 'public' | { readonly scope: string; readonly roles: readonly Role[] };
export const ACCESS = 'zero-distance:access';
/** Where the OpenAPI document says which roles an operation takes. */
export const ROLES_EXTENSION = 'x-roles';

/** The route needs a token with this scope and, when roles are named, one of them. Goes on a method or on a whole controller. */
export const Auth = (scope: string, ...roles: Role[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, { scope, roles } satisfies Access),
    ApiSecurity('oauth2', [scope]),
    ...(roles.length > 0 ? [ApiExtension(ROLES_EXTENSION, roles)] : []),
  );

/** The route needs no token; it is rate limited by address. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, 'public' satisfies Access);

/** `@Caller() actor: Actor`: who calls, with the Idempotency-Key when the request has one. Not on public routes. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw new Error('@Caller() on a route without @Auth()');
  return actor;
});
