import {
  type ArgumentsHost,
  type CanActivate,
  Catch,
  type ExceptionFilter,
  type ExecutionContext,
  HttpStatus,
  Inject,
  Injectable,
} from '@nestjs/common';
import { HTTP_CODE_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { findIdempotentAnswer } from '@zero-distance/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { withInputWarnings } from '../personal-data/input-warnings.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { RequestHash } from './request-hash.js';

/** Not an error: the way a guard has to answer instead of the handler. */
class Replay extends Error {
  constructor(
    readonly status: number,
    readonly answer: unknown,
  ) {
    super('answered before');
  }
}

/**
 * Answers a repeated POST as it was answered the first time. The answer was stored by the Transactor in the transaction of the change
 * itself, so there is one exactly when the change happened; refusals are not stored and are decided again.
 * A guard and not an interceptor, because an interceptor costs every request a tenth of its time, and most have no key.
 */
@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(RequestHash) private readonly hash: RequestHash,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.actor && idempotencyKeyOf(request);
    if (!request.actor || key === undefined) return true;
    const requestHash = this.hash.of(request.method, request.url, request.body);
    const complete = (answer: unknown) => withInputWarnings(request, answer);
    const actor = { ...request.actor, idempotency: { key, requestHash, complete } };
    request.actor = actor;
    return findIdempotentAnswer(this.dataSource, actor).then((found) => {
      if (!found) return true;
      const status = this.reflector.get<number | undefined>(HTTP_CODE_METADATA, context.getHandler());
      throw new Replay(status ?? HttpStatus.CREATED, found.answer);
    });
  }
}

@Catch(Replay)
export class ReplayFilter implements ExceptionFilter<Replay> {
  catch({ status, answer }: Replay, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<FastifyReply>().code(status).header('idempotent-replayed', 'true').send(answer);
  }
}
