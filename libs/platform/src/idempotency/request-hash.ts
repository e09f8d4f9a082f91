import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors.js';

const KEY = /^[\x21-\x7e]{1,128}$/;

/** The `Idempotency-Key` of a POST with the hash that tells whether it is the same request again; undefined when there is none. */
export function idempotencyOf(
  request: Pick<FastifyRequest, 'method' | 'headers' | 'url' | 'body'>,
): { key: string; requestHash: string } | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST') return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refusal('idempotency_key_invalid');
  return { key, requestHash: hashRequest(request.method, request.url, request.body) };
}

/** A hash of what is asked: method, address and body as parsed, so white space doesn't matter. */
export const hashRequest = (method: string, url: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`)
    .digest('base64url');
