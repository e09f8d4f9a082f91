import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Actor } from '@zero-distance/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACCESS_TABLE, type AccessName, seesOnlyOwn, takesRoles } from '../access/access.js';
import type { AccessRow } from '../access/access-row.js';
import { refuseRequest } from '../errors.js';
import { DailyLimiter, GuessLimiter, RateLimiter } from '../http/rate-limiter.js';
import { Organisations } from '../reach/organisations.js';
import { assertReaches } from './assert-reaches.js';
import { ACCESS, GUESSED } from './auth.decorators.js';
import { TokenVerifier } from './token-verifier.js';

/** The area code of the district served. */
export const DISTRICT = Symbol('district');

/** Lets a request through when its token allows what the route asks, and counts it against its client's rate. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(RateLimiter) private readonly limiter: RateLimiter,
    @Inject(DailyLimiter) private readonly daily: DailyLimiter,
    @Inject(GuessLimiter) private readonly guesses: GuessLimiter,
    @Inject(DISTRICT) private readonly district: string,
    @Inject(Organisations) private readonly organisations: Organisations,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const access = this.accessOf(context);
    if (access.reach === 'public') {
      this.limiter.countAddress(request.ip, reply);
      if (access.scope.endsWith(':write')) this.daily.countAddress(request.ip, request.exchange);
      if (this.reflector.get<true | undefined>(GUESSED, context.getHandler())) this.guesses.countAddress(request.ip, request.exchange);
      return true;
    }
    const actor = this.identify(request, reply);
    if (!(actor instanceof Promise)) return this.admit(actor, access, request, reply); // a token that is known: no need to wait
    return actor.then((verified) => this.admit(verified, access, request, reply));
  }

  private admit(actor: Actor, access: AccessRow, request: FastifyRequest, reply: FastifyReply): boolean | Promise<boolean> {
    this.limiter.count(actor.id, reply);
    assertAllowed(actor, access);
    assertReaches(actor, access, this.district);
    request.actor = seesOnlyOwn(access, actor.roles) ? { ...actor, onlyOwn: true } : actor;
    return actor.org === undefined ? true : this.completeActor(request.actor, request);
  }

  private async completeActor(actor: Actor, request: FastifyRequest): Promise<boolean> {
    request.actor = await this.organisations.complete(actor);
    return true;
  }

  private accessOf(context: ExecutionContext): AccessRow {
    const name = this.reflector.get<AccessName | undefined>(ACCESS, context.getHandler());
    if (!name) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Auth()`);
    return ACCESS_TABLE[name];
  }

  private identify(request: FastifyRequest, reply: FastifyReply): Actor | Promise<Actor> {
    const limitGuessing = (error: unknown): never => {
      this.limiter.countAddress(request.ip, reply); // by address, since we don't know who it is
      throw error;
    };
    try {
      const actor = this.verifier.verify(bearerTokenOf(request));
      return actor instanceof Promise ? actor.catch(limitGuessing) : actor;
    } catch (error) {
      return limitGuessing(error);
    }
  }
}

function bearerTokenOf(request: FastifyRequest): string {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) throw refuseRequest('token_missing', {}, { headers: { 'www-authenticate': 'Bearer realm="zero-distance"' } });
  return token;
}

function assertAllowed(actor: Actor, row: AccessRow): void {
  const { scope, roles, own } = row;
  if (!actor.scopes.includes(scope)) {
    const challenge = `Bearer realm="zero-distance", error="insufficient_scope", scope="${scope}"`;
    throw refuseRequest('scope_missing', { scope }, { headers: { 'www-authenticate': challenge } });
  }
  if (!takesRoles(row, actor.roles)) {
    const challenge = 'Bearer realm="zero-distance", error="insufficient_scope"';
    throw refuseRequest(
      'role_missing',
      { roles: [...new Set([...roles, ...own])].join(', ') },
      { headers: { 'www-authenticate': challenge } },
    );
  }
}
