import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { refuseRequest } from '../errors.js';

const DIGEST_CHARACTERS = 22; // 132 bits
const VERSION = /^(\d{1,9})(?:\.[\w-]{22})?$/;
const TAG = /(W\/)?"([\x21\x23-\x7e]*)"/g;
const TAGS = /^\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*(?:,\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*)*$/;

/**
 * The ETag of a resource at a version. `If-Match` names it, so that callers decide only on a version they have read. It is strong,
 * because `If-Match` compares strongly and a weak one would never match (RFC 9110 §13.1.1).
 */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The ETag of a read. The system's own additions (a deadline's warning, the work order a hazard went to) appear without a new version.
 * So it is the version followed by a digest of the answer: `If-Match` looks at the version, `If-None-Match` at all of it.
 */
export function etagOfRead(versionTag: string | undefined, answer: string): string {
  const digest = hash('sha256', answer, 'base64url').slice(0, DIGEST_CHARACTERS);
  return versionTag === undefined ? `"${digest}"` : `${versionTag.slice(0, -1)}.${digest}"`;
}

/** A version that nothing ever has. */
const NO_VERSION = 0;

/**
 * The version an `If-Match` names; undefined for none and for `*` (any version). The latest of several: versions only grow, so an earlier
 * one no longer exists. A weak tag matches nothing. Throws a refusal when the header is no list of our tags.
 */
export function parseIfMatch(header: string | undefined, required = false): number | undefined {
  if (header === undefined) {
    if (required) throw refuseRequest('if_match_required');
    return undefined;
  }
  if (header.trim() === '*') return undefined;
  const versions = parseTags(header)?.map(({ isWeak, tag }) => (isWeak ? NO_VERSION : versionOf(tag)));
  if (!versions || versions.includes(undefined)) throw refuseRequest('if_match_invalid');
  return Math.max(...(versions as number[]));
}

/** Whether an `If-None-Match` names this ETag (weak comparison: RFC 9110 §8.8.3.2). A header that is no list of tags names none. */
export function namesTag(header: string, etag: string): boolean {
  return header.trim() === '*' || (parseTags(header) ?? []).some(({ tag }) => `"${tag}"` === etag);
}

function versionOf(tag: string): number | undefined {
  const version = VERSION.exec(tag)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** The tags of a list (RFC 9110 §8.8.3); undefined when it is none. */
function parseTags(header: string): { isWeak: boolean; tag: string }[] | undefined {
  if (!TAGS.test(header)) return undefined;
  return [...header.matchAll(TAG)].map(([, weak, tag = '']) => ({ isWeak: weak !== undefined, tag }));
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
