import type { ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { OfficeContacts } from '@zero-distance/kernel';
import { plainToInstance } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { checkTexts } from './check-texts.js';

/**
 * Warns of a body that was taken before, as its first answer did: a stored answer is given before any pipe runs, and what it says of the
 * body follows from the body, which is the same.
 */
export function warnAgain(context: ExecutionContext, offices: OfficeContacts): void {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const type = bodyTypeOf(context);
  if (!type || typeof request.body !== 'object') return;
  const { warned } = checkTexts(plainToInstance(type, request.body), offices);
  if (warned.length > 0) request.inputWarnings = warned;
}

/** The DTO that the handler of a route takes its body as. */
function bodyTypeOf(context: ExecutionContext): (new () => object) | undefined {
  const { name } = context.getHandler();
  const controller = context.getClass();
  const parameters: Record<string, { index: number }> = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {};
  const body = Object.entries(parameters).find(([key]) => key.startsWith(`${RouteParamtypes.BODY}:`))?.[1];
  const types: (new () => object)[] = Reflect.getMetadata('design:paramtypes', controller.prototype, name) ?? [];
  return body && types[body.index];
}
