import { Inject, Injectable } from '@nestjs/common';
import { VISITOR } from '@zero-distance/kernel';
import { findIdempotentAnswer } from '@zero-distance/persistence';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { withInputWarnings } from '../personal-data/input-warnings.js';
import { idempotencyKeyOf } from './idempotency-key.js';
import { RequestHash } from './request-hash.js';

/** Not an error: the way to answer instead of the handler. */
export class Replay extends Error {
  constructor(
    readonly status: number,
    readonly answer: unknown,
  ) {
    super('answered before');
  }
}

/** Knows a repeated POST by its Idempotency-Key and what it says. */
@Injectable()
export class Replays {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(RequestHash) private readonly hash: RequestHash,
  ) {}

  /**
   * Lets a request through that was not answered before, its caller now with the key, who without a token is {@link VISITOR}; throws a {@link Replay} of the answer otherwise, and 422
   * when the key was used for another request. Nobody tells one visitor from another, so theirs is the key together with what they say. Undefined: there is
   * no key, and nothing to wait for.
   * @param content what the request says besides its address: the parsed body, or of a file its digest
   * @param status of the answer
   */
  admit(request: FastifyRequest, content: unknown, status: number): Promise<true> | undefined {
    const key = idempotencyKeyOf(request);
    if (key === undefined) return undefined;
    const requestHash = this.hash.of(request.method, request.url, content);
    const complete = (answer: unknown) => withInputWarnings(request, answer);
    const known = request.actor === undefined ? this.hash.ofVisitor(key, requestHash) : key;
    const actor = { ...(request.actor ?? VISITOR), idempotency: { key: known, requestHash, complete } };
    request.actor = actor;
    return findIdempotentAnswer(this.dataSource, actor).then((found) => {
      if (!found) return true;
      throw new Replay(status, found.answer);
    });
  }
}
