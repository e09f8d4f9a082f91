import { describe, expect, it } from '@jest/globals';
import { hashRequest, idempotencyOf } from './request-hash.js';

const post = (key: unknown, method = 'POST') => ({ method, url: '/a', body: { x: 1 }, headers: { 'idempotency-key': key as string } });

describe('an Idempotency-Key', () => {
  it('comes with a hash of method, address and body', () => {
    const hash = hashRequest('POST', '/a', { x: 1 });
    expect(idempotencyOf(post('k'))).toEqual({ key: 'k', requestHash: hash });
    expect(hashRequest('POST', '/a', JSON.parse('{ "x" : 1 }'))).toBe(hash);
    for (const other of [hashRequest('POST', '/b', { x: 1 }), hashRequest('POST', '/a', { x: 2 }), hashRequest('POST', '/a', undefined)]) {
      expect(other).not.toBe(hash);
    }
  });

  it('counts only on POST', () => {
    expect(idempotencyOf(post('k', 'PUT'))).toBeUndefined();
    expect(idempotencyOf(post(undefined))).toBeUndefined();
  });

  it('is 1 to 128 visible ASCII characters', () => {
    expect(idempotencyOf(post('~'.repeat(128)))?.key).toHaveLength(128);
    for (const key of ['', ' ', 'a b', '键', 'x'.repeat(129)])
      expect(() => idempotencyOf(post(key))).toThrow('platform.idempotency_key_invalid');
  });
});
