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
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUpload } from '../http/uploads.js';
import { Replay, Replays } from './replays.js';

/**
 * Answers a repeated POST as it was answered the first time. The answer was stored by the Transactor in the transaction of the change
 * itself, so there is one exactly when the change happened; refusals are not stored and are decided again.
 * A guard and not an interceptor, because an interceptor costs every request a tenth of its time, and most have no key.
 */
@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(
    @Inject(Replays) private readonly replays: Replays,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isUpload(request)) return true; // nobody has read yet what it says; its handler asks when it has
    const status = this.reflector.get<number | undefined>(HTTP_CODE_METADATA, context.getHandler());
    return this.replays.admit(request, request.table?.digest ?? request.body, status ?? HttpStatus.CREATED) ?? true;
  }
}

@Catch(Replay)
export class ReplayFilter implements ExceptionFilter<Replay> {
  catch({ status, answer }: Replay, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<FastifyReply>().code(status).header('idempotent-replayed', 'true').send(answer);
  }
}
