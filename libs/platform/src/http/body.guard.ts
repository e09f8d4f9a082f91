import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { NOT_OBJECT, UNKNOWN_FIELD } from '../validation/constraint-texts.js';
import { fieldError, MOST_TOLD } from '../validation/field-errors.js';
import { invalidInput } from '../validation/invalid-input.js';

type Handler = ReturnType<ExecutionContext['getHandler']>;

/**
 * What no DTO can see of a body: that it is no object, or that it is sent to an operation that takes none, where every field is unknown.
 * There `{}` and nothing are the same. A field that is not read must not look as if it had been.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  private readonly takingOne = new WeakMap<Handler, boolean>();

  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body === undefined) return true;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidInput([fieldError([], 'body', NOT_OBJECT)]);
    if (this.takesBody(context)) return true;
    const unknown = Object.keys(body).slice(0, MOST_TOLD + 1);
    if (unknown.length > 0) throw invalidInput(unknown.map((name) => fieldError([name], 'body', UNKNOWN_FIELD)));
    return true;
  }

  private takesBody(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.takingOne.get(handler);
    if (known !== undefined) return known;
    const parameters: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ?? {};
    const takes = Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
    this.takingOne.set(handler, takes);
    return takes;
  }
}
