import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors.js';

/**
 * The ETag of a resource at a version: what `If-Match` names, so that nobody decides on what he has not read. It is written as a strong one,
 * because `If-Match` compares strongly and a weak one would never match (RFC 9110 §13.1.1), but it is not made for caching: what the
 * system adds by itself (a deadline's warning, the work order a hazard went to) shows without a new version. So answers are
 * `no-store`, and `If-None-Match` is not looked at.
 */
export const etagOf = (version: number): string => `"${version}"`;

/** The version an `If-Match` names; undefined for none and for `*` (whatever there is). Throws a Refusal for anything else. */
export function parseIfMatch(header: string | undefined, required = false): number | undefined {
  if (header === undefined) {
    if (required) throw new Refusal('if_match_required');
    return undefined;
  }
  if (header.trim() === '*') return undefined;
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) throw new Refusal('if_match_invalid');
  return Number(version);
}

const ifMatchParam = createParamDecorator((required: boolean, context: ExecutionContext) =>
  parseIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'], required),
);

/**
 * `@IfMatch() version: number | undefined`: the version the caller has read. Give it to the store as the version to change, which refuses
 * with 412 when it is stale. `{ required: true }` answers 428 without the header.
 */
export function IfMatch(options: { required?: boolean } = {}): ParameterDecorator {
  const required = options.required ?? false;
  return (target, key, index) => {
    ifMatchParam(required)(target, key, index);
    if (key === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) {
      ApiHeader({
        name: 'If-Match',
        required,
        description: '读取时得到的 ETag / the ETag as it was read',
        schema: { type: 'string', examples: ['"1"'] },
      })(target, key, descriptor);
    }
  };
}
